import type { Guideline } from "../../../dsl/index.ts";
import type { GuidelineProgram, ListReduction, Quantity } from "../../ir/index.ts";
import type { Case, CaseEntry, RequestedService } from "../case.ts";
import type { ValueSet } from "../valueSet.ts";
import { type ReadEntry, readEntry, reduced } from "./lists/index.ts";
import { readingsOf } from "./reduceCase.ts";

/** Reads entries of a list one by one, and reduces those that are read together: for lists in the making. */
export interface ListReader {
  readonly read: (entry: CaseEntry) => ReadEntry;
  /** What entries leave possible of the reduced value; `complete`: these are all there are. */
  readonly reduce: (entries: readonly ReadEntry[], complete: boolean) => ValueSet;
}

/** For what one reduction makes of a list; `of` has the dates, and the facts that fields are compared with. */
export function listReader(
  { guideline, program }: { readonly guideline: Guideline; readonly program: GuidelineProgram },
  { reduction, quantity }: { readonly reduction: ListReduction; readonly quantity: Quantity },
  of: Case,
  request: RequestedService,
): ListReader {
  const facts = readingsOf(guideline, program, of, request);
  const { countedOnce } = reduction.list;
  return {
    read: (entry) => readEntry(reduction, entry, of, facts),
    reduce: (entries, complete) =>
      reduced(reduction.reduce, { entries, complete, dates: of.dates, domain: quantity.domain, countedOnce }),
  };
}
