import type { Expression, Test } from "../../semantics/index.ts";
import { comparisons } from "./comparisons.ts";
import type { Names } from "./names.ts";

type Leaf = Extract<Expression, { kind: "test" | "criterion" | "table test" | "interval test" }>;

export const isLeaf = (expression: Expression): expression is Leaf =>
  ["test", "criterion", "table test", "interval test"].includes(expression.kind);

/** A criterion without parts, as one phrase, or as several of which any suffices. */
export function leafPhrases(leaf: Leaf, names: Names): readonly string[] {
  switch (leaf.kind) {
    case "criterion":
      return [names.nameOf(leaf.definition)];
    case "test":
      return testPhrases(leaf.test, leaf.text, names);
    case "table test": {
      const [name, type] = [names.nameOf(leaf.table), names.typeOf(leaf.table)];
      if (type?.kind === "yes or no") return [name];
      return following(name, type && comparisons(leaf.ranges, type, "value")) ?? [plainWords(leaf.text)];
    }
    case "interval test":
      return [intervalText(leaf, names)];
  }
}

function testPhrases(test: Test, text: string, names: Names): readonly string[] {
  const subject = names.subject(test.fact);
  switch (test.kind) {
    case "in":
      return valuePhrases(test, names) ?? [plainWords(text)];
    case "documented":
      return [`${subject} ${test.as === "not documented" ? "is not documented" : `is documented as ${test.as}`}`];
    case "date near anchor":
      return [dateText(test, subject) ?? plainWords(text)];
    case "lasted within":
    case "same":
      return [plainWords(text)];
  }
}

function valuePhrases({ fact, part, ranges }: Extract<Test, { kind: "in" }>, names: Names): readonly string[] | null {
  const type = names.typeOf(fact);
  if (type === null) return null;
  const subject = names.subject(fact);
  if (type.kind === "yes or no") return [yesOrNo(subject, ranges.some(holds(1)), ranges.some(holds(0)))];
  return following(subject, comparisons(ranges, type, part));
}

const holds =
  (value: number) =>
  ({ low, high }: { readonly low: number; readonly high: number }): boolean =>
    low <= value && value <= high;

function yesOrNo(subject: string, yes: boolean, no: boolean): string {
  if (yes !== no) return yes ? subject : `(NOT ${subject})`;
  return yes ? `(${subject} OR NOT ${subject})` : `(${subject} AND NOT ${subject})`;
}

function following(subject: string, said: readonly string[] | null): readonly string[] | null {
  return said === null || said.length === 0 ? null : said.map((each) => `${subject} ${each}`);
}

function dateText(
  { anchor, unit, from, to }: Extract<Test, { kind: "date near anchor" }>,
  subject: string,
): string | null {
  const relation = relationText(from, to, unit);
  return relation === null ? null : `${subject} ${relation} ${anchor}`;
}

function relationText(from: number | null, to: number | null, unit: string): string | null {
  if (unit === "days" && from === null && to === -1) return "before";
  if (unit === "days" && from === 1 && to === null) return "after";
  if (from === 0 && to === 0) return "on";
  if (from === null) return to === 0 ? "on or before" : to !== null && to < 0 ? `at least ${-to} ${unit} before` : null;
  if (to === null) return from === 0 ? "on or after" : from > 0 ? `at least ${from} ${unit} after` : null;
  if (to === 0 && from < 0) return `within ${-from} ${unit} before`;
  return from === 0 && to > 0 ? `within ${to} ${unit} after` : null;
}

function intervalText(
  { table, bound, time, text }: Extract<Expression, { kind: "interval test" }>,
  names: Names,
): string {
  if (time.kind === "since latest") return plainWords(text);
  const relation = bound === "at least" ? `at least the ${names.nameOf(table)}` : `within the ${names.nameOf(table)}`;
  return `${names.nameOf(time.fact)} ${relation} ${time.side} ${time.anchor}`;
}

/** The author's own words, signs said in words: what the phrase of a list, a window or two facts compared is read from. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\s*(?:>=|≥)\s*/g, " at least ")
    .replaceAll(/\s*(?:<=|≤)\s*/g, " at most ")
    .replaceAll(/\s*>\s*/g, " more than ")
    .replaceAll(/\s*<\s*/g, " less than ")
    .trim();
}
