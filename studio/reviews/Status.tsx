import type { ChangeStatus } from "../api/index.ts";
import { sentenceCase } from "../theme/index.ts";
import styles from "./status.module.css";

/** Where a set or a change of it stands, said in a word. */
export function Status({ of }: { readonly of: ChangeStatus | "draft" }) {
  return (
    <span className={styles["status"]} data-status={of}>
      {sentenceCase(of)}
    </span>
  );
}
