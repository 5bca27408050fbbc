import { analyse } from "../../../../dsl/index.ts";
import { lower } from "../../../../engine/ir/index.ts";
import {
  type Asking,
  type Cohort,
  type CohortFile,
  type CohortRead,
  columnsFor,
  informationAt,
  readCohort,
  readingFor,
} from "../../../../engine/values/cohort/index.ts";
import type { Information } from "../../../../engine/values/index.ts";

/** A guideline of these declarations, ready to be asked about. */
export function askingFor(declarations: string): Asking {
  const { value, diagnostics } = analyse({
    name: "t.guideline",
    text: `guideline "T"\n  source "S", page 1\n${declarations}`,
  });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { guideline: value, program: lower(value) };
}

/** A file in pieces of so many bytes, and how often it was opened. */
export function fileOf(
  content: string | Uint8Array,
  format: CohortFile["format"] = "csv",
  piece = 1 << 16,
): CohortFile & { readonly opened: () => number } {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let opened = 0;
  return {
    name: `cohort.${format}`,
    format,
    opened: () => opened,
    bytes: async function* pieces() {
      opened += 1;
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export function read(
  content: string | Uint8Array,
  asking: Asking,
  format: CohortFile["format"] = "csv",
  piece?: number,
) {
  return readCohort(fileOf(content, format, piece), readingFor([asking]));
}

/** The cohort of a file that is read. */
export function cohortOf(result: CohortRead): Cohort {
  if (result.kind !== "read") throw new Error(JSON.stringify(result));
  return result.cohort;
}

/** What a row leaves possible for a quantity. */
export function informationIn(cohort: Cohort, asking: Asking, quantity: string, row: number): Information {
  return informationAt(columnsFor(cohort, asking).column(quantity), row);
}
