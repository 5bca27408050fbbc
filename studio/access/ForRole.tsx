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

/** Something to do for those who may; for others, in its place, who may. */
export function ForRole({ roles, doing, children }: ForRoleProps) {
  const { may, id } = useActor();
  if (may(...roles)) return children;
  if (id === null) return null;
  return (
    <p className={styles["notYours"]}>
      {doing} is for people with the role {roles.join(" or ")}.
    </p>
  );
}
