import { type Asking, columnDefinitions } from "./definitions.ts";
import type { Column } from "./column.ts";
import type { CohortFile } from "./file.ts";
import type { Rejected } from "./rejections.ts";

/** Many cases in columns. A row is one requested service of a case, or a case that is asked about every service. */
export interface Cohort {
  readonly file: CohortFile;
  /** Cases in the file, with those that are rejected. */
  readonly cases: number;
  readonly rejected: Rejected;
  readonly rows: number;
  /** The line of each row, from 1. */
  readonly lines: Int32Array;
  readonly services: RowTexts<AskedService | null>;
  /** ISO dates. */
  readonly serviceDates: RowTexts<string>;
  /** By what they hold: see `columnDefinitions`. */
  readonly columns: ReadonlyMap<string, Column>;
  /** What is declared by whatever name: rows are accepted by it. */
  readonly declared: string;
}

/** What is asked for, by the words and the code of the case; `null` stands for every service of the set. */
export interface AskedService {
  readonly service: string;
  readonly code: string | null;
}

/** The different values of a column, and which of them each row has. */
export interface RowTexts<Value> {
  readonly values: readonly Value[];
  readonly of: Int32Array;
}

/** The columns of a guideline's quantities; the cohort is to have been read for it. */
export function columnsFor(cohort: Cohort, asking: Asking) {
  const definitions = columnDefinitions(asking);
  const column = (quantity: string): Column => {
    const found = cohort.columns.get(definitions.get(quantity) ?? "");
    if (found === undefined) throw new Error(`The cohort was not read for ${quantity}`);
    return found;
  };
  return { rows: cohort.rows, column };
}
