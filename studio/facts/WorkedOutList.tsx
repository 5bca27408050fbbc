import type { WorkedOut } from "../../engine/determine/index.ts";
import type { CaseView } from "../worker/index.ts";
import { Missing } from "./Disclosure.tsx";
import styles from "./facts.module.css";

/** What follows from the facts and is not typed: calculated numbers, scores, tables and schedules. */
export function WorkedOutList({ open, search }: { readonly open: CaseView; readonly search: string }) {
  const found = distinct(open).filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  if (found.length === 0) return null;
  return (
    <section>
      <h3>Follows from the facts</h3>
      <ul className={styles["facts"]} aria-label="Follows from the facts">
        {found.map((worked) => (
          <li key={worked.name} className={styles["fact"]}>
            <div className={styles["worked"]}>
              <span className={styles["head"]}>
                <span className={styles["name"]}>{worked.name}</span>
                <Value {...worked} />
              </span>
              <span className={styles["line"]}>{howWords(worked)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Value({ value, isOpen }: WorkedOut) {
  return isOpen ? <Missing>{value}</Missing> : <span className={styles["value"]}>{value}</span>;
}

/** Services that one guideline governs have the same values. */
function distinct({ determinations }: CaseView): readonly WorkedOut[] {
  const all = determinations.flatMap(({ worked }) => worked);
  return [...new Map(all.toReversed().map((worked) => [worked.name, worked])).values()].toReversed();
}

/** `Calculated: weight divided by (height times height)`, `Score: points added up` */
function howWords({ form, how }: WorkedOut): string {
  if (form === "number") return `Calculated: ${how}`;
  return `${form === "score" ? "Score" : form === "table" ? "Table" : "Schedule"}: ${how}`;
}
