import { Chip } from "@mantine/core";
import type { Role } from "../api/index.ts";
import styles from "./people.module.css";
import { roleWords } from "./roles.ts";

interface RoleChoiceProps {
  /** For whom, as readers say it. */
  readonly label: string;
  readonly roles: readonly Role[];
  readonly disabled?: boolean;
  readonly choose: (roles: Role[]) => void;
}

/** The roles of a person, each switched by itself. */
export function RoleChoice({ label, roles, disabled = false, choose }: RoleChoiceProps) {
  const given = (chosen: readonly string[]) =>
    roleWords.map(({ role }) => role).filter((role) => chosen.includes(role));
  return (
    <Chip.Group multiple value={[...roles]} onChange={(chosen) => choose(given(chosen))}>
      <fieldset className={styles["choice"]} aria-label={label}>
        {roleWords.map(({ role, may }) => (
          <Chip key={role} value={role} size="xs" variant="outline" disabled={disabled} title={`A ${role} ${may}`}>
            {role}
          </Chip>
        ))}
      </fieldset>
    </Chip.Group>
  );
}
