import type { Case } from "../../engine/values/index.ts";
import { withKeys } from "../theme/index.ts";
import { factLines } from "./factLines.ts";
import styles from "./factTable.module.css";

/** What a case documents, in a short list; what is not in it nobody asked. */
export function FactTable({ of, label }: { readonly of: Case; readonly label: string }) {
  const lines = withKeys(factLines(of), ({ fact }) => fact);
  if (lines.length === 0) return <p className={styles["soft"]}>Nothing is documented.</p>;
  return (
    <dl className={styles["facts"]} aria-label={label}>
      {lines.map(({ key, item: { fact, value, evidence } }) => (
        <div key={key}>
          <dt>{fact}</dt>
          <dd>
            {value}
            {evidence === null ? null : <span className={styles["soft"]}> {evidence}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
