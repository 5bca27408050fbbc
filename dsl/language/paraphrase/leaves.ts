import type { Expression, Test } from "../../semantics/index.ts";
import { comparisons } from "./comparisons.ts";
import type { Names } from "./names.ts";
import { relationText, sameText, windowText } from "./relations.ts";

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
      return following(name, type && comparisons(leaf.ranges, type, "value", [])) ?? [plainWords(leaf.text)];
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
      return lastedWithin(test, names) ?? [plainWords(text)];
    case "same":
      return [`${subject} ${sameText(test.aspect, test.same)} ${names.other(test.other, test.ofCase)}`];
  }
}

function valuePhrases({ fact, part, ranges }: Extract<Test, { kind: "in" }>, names: Names): readonly string[] | null {
  const type = names.typeOf(fact);
  if (type === null) return null;
  const subject = names.subject(fact);
  if (type.kind === "yes or no") return [yesOrNo(subject, ranges.some(holds(1)), ranges.some(holds(0)))];
  return following(subject, comparisons(ranges, type, part, names.codeLists));
}

/** `strengthening program lasted at least 6 weeks within the 6 months before the request date` */
function lastedWithin(
  { fact, count, window, ranges }: Extract<Test, { kind: "lasted within" }>,
  names: Names,
): readonly string[] | null {
  const type = names.typeOf(fact);
  const part = count === "days" ? "duration in days" : "duration in months";
  const said = type && comparisons(ranges, type, part, []);
  return following(names.subject(fact), said?.map((length) => `${length} ${windowText(window)}`) ?? null);
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
  return relation === null ? null : `${subject} is ${relation} the ${anchor}`;
}

function intervalText(
  { table, bound, time, text }: Extract<Expression, { kind: "interval test" }>,
  names: Names,
): string {
  if (time.kind === "since latest") return plainWords(text);
  const relation = bound === "at least" ? `at least the ${names.nameOf(table)}` : `within the ${names.nameOf(table)}`;
  return `${names.nameOf(time.fact)} is ${relation} ${time.side} the ${time.anchor}`;
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
