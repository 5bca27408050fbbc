import type { Finding, TableFound } from "../../engine/determine/index.ts";
import styles from "./why.module.css";

/** One row of a score, table or schedule as a part of its test. */
export interface TableRow {
  readonly table: TableFound;
  readonly row: number;
}

/** The row of the table that a part of a finding stands for. */
export function rowOf(whole: Finding, part: number): TableRow | null {
  return whole.table === null ? null : { table: whole.table, row: part };
}

/** What a row gives, at the end of its line: points in a score, else the value and whether it is the one that counts. */
export function RowGives({
  at: { table, row },
  answer,
}: {
  readonly at: TableRow;
  readonly answer: Finding["answer"];
}) {
  const gives = table.gives[row] ?? "";
  if (table.form === "score") return <Points gives={gives} answer={answer} />;
  const decides = table.decidedBy === row;
  return (
    <span className={styles["gives"]} data-counts={decides}>
      {gives}
      {decides ? ", decides" : ""}
    </span>
  );
}

function Points({ gives, answer }: { readonly gives: string; readonly answer: Finding["answer"] }) {
  const words = answer === "met" ? gives : answer === "not met" ? `0 of ${gives}` : `0 or ${gives}`;
  return (
    <span className={styles["gives"]} data-counts={answer === "met"} data-open={answer === "not documented"}>
      {words}
    </span>
  );
}

/** What a score or table comes to, below its test: `Wells comes to from 3 to 6 points, some of it not documented`. */
export function TableTotal({ table }: { readonly table: TableFound }) {
  const { name, form, value, isOpen, decidedBy, otherwise } = table;
  const comes = value === null ? "cannot be said yet" : value;
  return (
    <p className={styles["total"]} data-open={isOpen}>
      {form === "score" ? "Together" : name} <strong>{comes}</strong>
      {isOpen && value !== null ? ", as far as it is documented" : ""}
      {decidedBy === "otherwise" ? ": no row applies, so what is left over counts" : ""}
      {decidedBy !== "otherwise" && otherwise !== null && form !== "score" ? ` (otherwise ${otherwise})` : ""}
    </p>
  );
}
