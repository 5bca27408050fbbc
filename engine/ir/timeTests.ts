import type { Expression, Guideline } from "../../dsl/index.ts";
import { boundedBy } from "./tables.ts";

type IntervalTest = Extract<Expression, { kind: "interval test" }>;

/** The comparison with one length of a schedule, as if its author had written that length. */
export function timeTest(
  { tables }: Guideline,
  { table, bound, time, span, text }: IntervalTest,
  length: number,
): Expression {
  if (time.kind === "since latest") {
    const steps = time.test.reduce.kind === "since latest" && time.test.reduce.count === "half months" ? 2 : 1;
    const ranges = [boundedBy(bound, length * steps)];
    return { kind: "list test", test: { ...time.test, ranges }, span, text };
  }
  const { fact, anchor, side } = time;
  const unit = isInMonths(tables.find(({ key }) => key === table)?.type) ? "months" : "days";
  const away = side === "before" ? -length : length;
  const far = side === "before" ? { from: null, to: away } : { from: away, to: null };
  const near = side === "before" ? { from: away, to: 0 } : { from: 0, to: away };
  const window = bound === "at least" ? far : near;
  return { kind: "test", test: { kind: "date near anchor", fact, anchor, unit, ...window }, span, text };
}

const isInMonths = (type: Guideline["tables"][number]["type"] | undefined): boolean =>
  type?.kind === "number" && type.unit?.ucum === "mo";
