import type { Expression, Guideline, Need, Reduction, Test, TimeUnit } from "../../../../dsl/index.ts";
import { atPlaces, type Edit, type Operator, type Variant } from "../edit.ts";
import { withNeeds } from "../needs.ts";

const operator = "window one step longer or shorter";

/** A stretch of time one day or month longer or shorter, in a criterion or in what a fact needs. */
export const windowEdge: Operator = (guideline, places) => [
  ...inCriteria(guideline, places),
  ...withNeeds(guideline).flatMap(({ declared, put }) =>
    declared.needs.flatMap((need, at) =>
      needMoved(need).map((moved): Edit => {
        const apply = (): Guideline => put(declared.needs.with(at, moved));
        const [before, after] = [need, moved].map(({ text }) => `${declared.name}: needs ${text}`);
        return { operator, span: declared.span, before: before ?? "", after: after ?? "", apply };
      }),
    ),
  ),
];

const inCriteria = atPlaces(operator, ({ expression }) => {
  if (expression.kind === "test") return inTest(expression);
  return expression.kind === "list test" ? inList(expression) : [];
});

function needMoved(need: Need): readonly Need[] {
  if (need.kind !== "recent") return [];
  return movedBy(need).map((moved) => ({ ...need, ...moved, text: retimed(need.text, need, moved) }));
}

interface Time {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** Weeks by a day, years by a month. */
function movedBy({ amount, unit }: Time): readonly Time[] {
  const finer = { days: 1, weeks: 7, months: 1, years: 12 }[unit];
  const step: TimeUnit = unit === "weeks" ? "days" : unit === "years" ? "months" : unit;
  return [amount * finer + 1, amount * finer - 1].flatMap((moved) =>
    moved > 0 ? [{ amount: moved, unit: step }] : [],
  );
}

const said = ({ amount, unit }: Time): string => `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;

/** The words with another length of time. */
function retimed(text: string, before: Time, after: Time): string {
  const found = new RegExp(`\\b(?:${before.amount} )?${before.unit.slice(0, -1)}s?\\b`, "iu");
  return found.test(text) ? text.replace(found, said(after)) : `${text} [${said(after)}]`;
}

type TestExpression = Extract<Expression, { kind: "test" }>;

function inTest(expression: TestExpression): readonly Variant[] {
  const { test } = expression;
  if (test.kind === "date near anchor") return nearAnchor(expression, test);
  if (test.kind !== "lasted within") return [];
  return movedBy(test.window).map((moved) => ({
    by: {
      ...expression,
      test: { ...test, window: { ...test.window, ...moved } },
      text: retimed(expression.text, test.window, moved),
    },
  }));
}

type NearAnchor = Extract<Test, { kind: "date near anchor" }>;

function nearAnchor(expression: TestExpression, test: NearAnchor): readonly Variant[] {
  return (["from", "to"] as const).flatMap((end) => {
    const far = test[end];
    if (far === null || (far === 0 && (test.from === null || test.to === null || test.from !== test.to))) return [];
    const finer = { days: 1, weeks: 7, months: 1, years: 12 }[test.unit];
    const unit = test.unit === "weeks" ? "days" : test.unit === "years" ? "months" : test.unit;
    const inUnit = { from: test.from && test.from * finer, to: test.to && test.to * finer };
    return [1, -1].map((by) => ({
      by: { ...expression, test: { ...test, ...inUnit, unit, [end]: far * finer + by } },
    }));
  });
}

function inList(expression: Extract<Expression, { kind: "list test" }>): readonly Variant[] {
  const { reduce } = expression.test;
  if (!("within" in reduce) || reduce.within === null) return [];
  const before = reduce.within;
  return movedBy(before).map((moved) => ({
    by: {
      ...expression,
      test: { ...expression.test, reduce: withWindow(reduce, moved) },
      text: retimed(expression.text, before, moved),
    },
  }));
}

function withWindow(reduce: Reduction, moved: Time): Reduction {
  if (reduce.kind === "count" && reduce.within !== null) return { ...reduce, within: { ...reduce.within, ...moved } };
  if (reduce.kind === "longest run" && reduce.within !== null)
    return { ...reduce, within: { ...reduce.within, ...moved } };
  return reduce;
}
