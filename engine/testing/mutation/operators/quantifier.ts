import { dateField, type Expression, type Guideline, type ListTest } from "../../../../dsl/index.ts";
import { atPlaces, type Variant } from "../edit.ts";

type ListExpression = Extract<Expression, { kind: "list test" }>;

/** `any` for `every`, `earliest` for `latest`, the latest entry for any: other entries of a list are asked. */
export const quantifier = atPlaces("any, every or latest swapped", ({ expression }, guideline) => {
  if (expression.kind !== "list test") return [];
  const word = /^(?:any|every)\b/iu.exec(expression.text)?.[0].toLowerCase();
  return [
    ...(expression.test.reduce.kind === "field" ? [otherEnd(expression)] : []),
    ...(word === undefined ? [] : entriesSwapped(expression, word === "every")),
    ...(word === "any" ? ofLatest(expression, guideline) : []),
  ];
});

function otherEnd(expression: ListExpression): Variant {
  const { test } = expression;
  const of = test.reduce.kind === "field" && test.reduce.of === "latest" ? "earliest" : "latest";
  const reduce = test.reduce.kind === "field" ? ({ ...test.reduce, of } as const) : test.reduce;
  const text = expression.text.replace(/\b(?:latest|earliest)\b/iu, of);
  return { by: { ...expression, test: { ...test, reduce }, text } };
}

/** `every X where c` is held as: no X where NOT c. */
function entriesSwapped(expression: ListExpression, isEvery: boolean): readonly Variant[] {
  const asked = askedOf(expression);
  if (asked === null) return [];
  const { span, text } = asked.criterion;
  const denied: Expression = { kind: "not", operand: asked.criterion, span, text: `not: ${text}` };
  const where = asked.put(isEvery && asked.criterion.kind === "not" ? asked.criterion.operand : denied);
  const ranges = [isEvery ? { low: 1, high: Number.MAX_SAFE_INTEGER } : { low: 0, high: 0 }];
  return [
    {
      by: {
        ...expression,
        test: { ...expression.test, where, ranges },
        text: expression.text.replace(/^\w+/u, isEvery ? "any" : "every"),
      },
    },
  ];
}

/** The value that any entry may have is asked of the latest one. */
function ofLatest(expression: ListExpression, guideline: Guideline): readonly Variant[] {
  const asked = askedOf(expression);
  const { test } = expression;
  const list = guideline.lists.find(({ key }) => key === test.list);
  const date = list === undefined ? null : dateField(list);
  if (asked?.criterion.kind !== "test" || asked.criterion.test.kind !== "in" || date === null) return [];
  const { fact: field, part, ranges } = asked.criterion.test;
  const reduce: ListTest["reduce"] = { kind: "field", of: "latest", date, field, part };
  const [entries = ""] = expression.text.replace(/^any\s/iu, "").split(/\swhere\s/iu);
  const text = `${asked.criterion.text}, of the latest ${entries}`;
  return [{ by: { ...expression, test: { ...test, where: asked.rest, reduce, ranges }, text } }];
}

interface AskedOfEntry {
  readonly criterion: Expression;
  readonly put: (by: Expression) => Expression;
  /** What else picks the entries: their subset, the time. */
  readonly rest: Expression | null;
}

/** What stands after `where`; `null` where only a subset or a time is named. */
function askedOf({ test: { where }, span, text }: ListExpression): AskedOfEntry | null {
  if (where === null || !/\swhere\s/iu.test(text)) return null;
  const isJoined = where.kind === "all" && where.span.start === span.start && where.span.end === span.end;
  if (!isJoined) return { criterion: where, put: (by) => by, rest: null };
  const criterion = where.operands.at(-1);
  if (criterion === undefined) return null;
  const [only = null, ...more] = where.operands.slice(0, -1);
  const rest: Expression | null = more.length === 0 ? only : { ...where, operands: where.operands.slice(0, -1) };
  return { criterion, put: (by) => ({ ...where, operands: where.operands.with(where.operands.length - 1, by) }), rest };
}
