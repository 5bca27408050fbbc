import type { Analysis } from "../semantics/index.ts";
import { markAt, type Occurrence, occurrences } from "./reading/index.ts";

/** Every place that names what the name at `offset` names, its declaration included, in order. */
export function references(analysis: Analysis, offset: number): readonly Occurrence[] {
  const symbol = markAt(analysis, offset)?.symbol;
  return symbol ? occurrences(analysis, symbol) : [];
}
