import { NativeSelect, TextInput } from "@mantine/core";
import styles from "./editions.module.css";

interface EditionChoiceProps {
  /** `Then` */
  readonly label: string;
  readonly versions: readonly string[];
  /** ISO; the day that is offered first. */
  readonly serviceDate: string;
  /** A version, a day (ISO), `draft`; empty while no day is given. */
  readonly value: string;
  readonly choose: (value: string) => void;
}

const onDay = "on a day";

export function EditionChoice({ label, versions, serviceDate, value, choose }: EditionChoiceProps) {
  const kind = value === "draft" || versions.includes(value) ? value : onDay;
  return (
    <div className={styles["choice"]}>
      <NativeSelect
        size="xs"
        label={label}
        value={kind}
        data={[
          ...versions.map((version) => ({ value: version, label: `Release ${version}` })),
          { value: onDay, label: "In force on a day" },
          { value: "draft", label: "The draft as saved" },
        ]}
        onChange={({ currentTarget }) => choose(currentTarget.value === onDay ? serviceDate : currentTarget.value)}
      />
      {kind === onDay ? (
        <TextInput
          size="xs"
          type="date"
          label={`Day of ${label.toLowerCase()}`}
          value={value}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      ) : null}
    </div>
  );
}
