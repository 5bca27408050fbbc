import { HIGHEST, LOWEST, type Part, type Range } from "../../../dsl/index.ts";
import type { Case } from "../case.ts";
import { hull, intersect, union } from "../valueSet.ts";
import type { FactReading } from "./facts.ts";
import { type Period, tightened } from "./period.ts";
import type { Parts } from "./result.ts";
import { lastDayUntold } from "./trial.ts";

/** When a trial may have begun and ended, by every statement admitted. */
interface TrialPeriod {
  readonly period: Period;
  /** Whether statements contradict each other; the period then holds what any of them says. */
  readonly conflicting: boolean;
}

/** Without a last day it went on to the request date at most. */
export function periodOf(reading: Pick<FactReading, "admitted">, dates: Case["dates"]): TrialPeriod {
  const admitted = reading.admitted.filter((parts) => !parts.has("value"));
  const days = stated(admitted, "duration in days", anyLength);
  const months = stated(admitted, "duration in months", anyLength);
  const first = stated(admitted, "first day", anyDay);
  const last = stated(admitted, "last day", { low: LOWEST, high: lastDayUntold(first.range, days.range.low, dates) });
  const parts = { first: first.range, last: last.range, days: days.range, months: months.range };
  const period = tightened(parts);
  return {
    period: period ?? { ...parts, days: anyLength, months: anyLength },
    conflicting: period === null || [first, last, days, months].some(({ conflicting }) => conflicting),
  };
}

const anyLength: Range = { low: 0, high: HIGHEST };
const anyDay: Range = { low: LOWEST, high: HIGHEST };

/** What all statements of a part leave, or what holds them all when they contradict each other; `unsaid` without any. */
function stated(
  admitted: readonly Parts[],
  part: Part,
  unsaid: Range,
): { readonly range: Range; readonly conflicting: boolean } {
  const said = admitted.flatMap((parts) => {
    const values = parts.get(part);
    return values === undefined ? [] : [values];
  });
  const [first, ...others] = said;
  if (first === undefined) return { range: unsaid, conflicting: false };
  const [shared] = hull(others.reduce(intersect, first));
  const [either] = hull(union(...said));
  return { range: shared ?? either ?? unsaid, conflicting: shared === undefined };
}
