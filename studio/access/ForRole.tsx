import type { ReactNode } from "react";
import type { Role } from "../api/index.ts";
import { useActor } from "./actor.ts";
import styles from "./access.module.css";

interface ForRoleProps {
  /** Whoever has one of them may. */
  readonly roles: readonly Role[];
  /** What it is that one may do, as the beginning of a sentence: `Publishing`. */
  readonly doing: string;
  readonly children: ReactNode;
}

const listed = (roles: readonly Role[]): string =>
  [roles.slice(0, -1).join(", "), roles.at(-1)].filter((words) => words !== "").join(" or ");

/** Something to do for those who may; for others, in its place, who may. */
export function ForRole({ roles, doing, children }: ForRoleProps) {
  const { may, id } = useActor();
  if (may(...roles)) return children;
  if (id === null) return null;
  return (
    <p className={styles["notYours"]}>
      {doing} is for people with the role {listed(roles)}.
    </p>
  );
}
