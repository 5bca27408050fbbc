export { changeBetween } from "./change.ts";
import { nameKey } from "../../../../dsl/index.ts";
import type { ListReduction, Quantity } from "../../../ir/index.ts";
import type { Case, CaseList } from "../../case.ts";
import type { FactEvidence, Information } from "../../information.ts";
import { onlyValue } from "../../valueSet.ts";
import { neverAsked } from "../facts.ts";
import { type FactsOfCase, type ReadEntry, readEntries } from "./entries.ts";
import { reduced } from "./reduced.ts";

export { entryProgram, type FactsOfCase, type ReadEntry, readEntry } from "./entries.ts";
export { reduced } from "./reduced.ts";

/** What a case leaves possible for a quantity that is reduced from a list, and the entries behind it. */
export interface ReducedList {
  readonly information: Information;
  readonly evidence: FactEvidence;
  readonly entries: readonly ReadEntry[];
}

/** `facts`: what the case says of the facts that fields of entries are compared with. */
export function reduceList(
  reduction: ListReduction,
  quantity: Quantity,
  of: Case,
  facts: FactsOfCase = neverAsked,
): ReducedList {
  const stated = of.lists.find(({ list }) => nameKey(list) === reduction.list.key);
  const entries = stated === undefined ? [] : readEntries(reduction, stated, of, facts);
  const values = reduced(reduction.reduce, {
    entries,
    complete: stated?.complete ?? false,
    dates: of.dates,
    domain: quantity.domain,
    countedOnce: reduction.list.countedOnce,
  });
  const reason = reasonFor(stated, entries, onlyValue(values) !== null);
  return {
    information: { values, reason },
    evidence: {
      admitted: bearing(entries.filter(({ admitted }) => admitted)).map(({ statement }) => statement),
      demoted: entries.filter(({ admitted }) => !admitted).map(({ statement }) => statement),
      reason,
      remark: null,
    },
    entries,
  };
}

/** The entries that count or may count; where none does, all, for that is what there is to see. */
function bearing(entries: readonly ReadEntry[]): readonly ReadEntry[] {
  const counting = entries.filter(({ member }) => member !== "no");
  return counting.length > 0 ? counting : entries;
}

function reasonFor(
  stated: CaseList | undefined,
  entries: readonly ReadEntry[],
  settled: boolean,
): Information["reason"] {
  if (stated === undefined) return "never asked";
  if (settled) return null;
  if (entries.some(({ admitted }) => !admitted)) return "weaker evidence";
  return stated.complete ? "imprecise" : "incomplete";
}
