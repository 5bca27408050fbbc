import type { ReactNode } from "react";
import styles from "./table.module.css";

interface TableProps {
  /** What stands over each column. */
  readonly heads: readonly string[];
  readonly label?: string;
  readonly className?: string | undefined;
  /** Its rows. */
  readonly children: ReactNode;
}

/** A list of things that are alike, a row each. A head that is empty is of a column of buttons. */
export function Table({ heads, label, className = "", children }: TableProps) {
  return (
    <table className={`${styles["table"]} ${className}`} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" aria-label={head === "" ? "What can be done" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
