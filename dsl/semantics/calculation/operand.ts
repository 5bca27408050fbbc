import { type Problem, problem } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Term, Word } from "../../syntax/index.ts";
import { anchors } from "../anchors.ts";
import type { Use } from "../reading.ts";
import { readDecimal } from "../decimal.ts";
import type { Environment, Named } from "../environment.ts";
import { splitAmount } from "../literals.ts";
import { type Measure, plain } from "../measures.ts";
import type { Arithmetic, Moment } from "../model.ts";
import { nameKey, wordKey, wordsText } from "../names.ts";
import { printRational, rational, rationalOf, rationals } from "../rational.ts";
import type { FactType, Unit } from "../types.ts";
import { readUnit } from "../units.ts";
import { measureOfUnit, type Sized, sizeOf } from "./size.ts";

/** One way to read a part of a calculation. A reading with problems has the right shape and measures the wrong thing. */
export interface Operand {
  readonly value: Arithmetic;
  readonly size: Sized;
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

export type Items = readonly Term[];
/** Reads what stands in brackets, or where a whole calculation may stand. */
export type ReadInner = (items: Items, span: Span) => readonly Operand[];

export function spanOfItems(items: Items): Span {
  return items.map(({ span }) => span).reduce(cover, items[0]?.span ?? { start: 0, end: 0 });
}

/** The words, or `null` when brackets stand among them. */
export function wordsOnly(items: Items): readonly Word[] | null {
  const words = items.flatMap((item) => ("terms" in item ? [] : [item]));
  return words.length === items.length ? words : null;
}

/** A number, a fact, a stretch between two dates, a change, or a calculation in brackets. */
export function readOperand(items: Items, environment: Environment, inner: ReadInner): readonly Operand[] {
  const [only, ...others] = items;
  if (only && others.length === 0 && "terms" in only) return inner(only.terms, only.span);
  const words = wordsOnly(items);
  const alone = words ? [...amount(words), ...named(words, environment), ...between(words, environment)] : [];
  return [...alone, ...without(items, environment, inner), ...change(items, inner)];
}

/** `2`, `140 years`, `1.73 m2` */
function amount(words: readonly Word[]): readonly Operand[] {
  const said = splitAmount(wordsText(words));
  if (!said || words.some(({ quoted }) => quoted)) return [];
  const unit = said.unit === "" ? null : readUnit(said.unit);
  if (said.unit !== "" && !unit) return [];
  const size = unit ? measureOfUnit(unit) : { measure: plain, bare: true, word: null };
  const value = printRational(rationals.times(rationalOf(said.amount), size.measure.factor));
  return [{ value: { kind: "number", value, said: wordsText(words) }, size, uses: [], problems: [] }];
}

type Measured = Named & { readonly kind: "fact" | "calculated" };

export function measuredNamed(words: readonly Word[], { names }: Environment): Measured | null {
  if (words.some(({ quoted }) => quoted)) return null;
  const found = names.get(nameKey(wordsText(words)));
  return found?.kind === "fact" || found?.kind === "calculated" ? found : null;
}

function named(words: readonly Word[], environment: Environment): readonly Operand[] {
  const found = measuredNamed(words, environment);
  return found ? [operandOf(found, spanOfItems(words))] : [];
}

/** A fact as a part of a calculation. */
export function operandOf(found: Measured, span: Span): Operand {
  const { type, key, name } = found;
  const use: Use = { key, kind: found.kind, span };
  const size = sizeOf(type);
  if (!size) return { value: nothing, size: sizeless, uses: [use], problems: [notANumber(found, span)] };
  const step = rationals.over(size.measure.factor, rational(10n ** BigInt(stepDecimals(type))));
  return { value: { kind: "fact", fact: key, factor: printRational(step), name }, size, uses: [use], problems: [] };
}

/** A calculated number is taken as it was calculated, in its unit; a fact in steps of its last digit. */
const stepDecimals = (type: FactType): number => (type.kind === "number" ? type.decimals : 0);

const nothing: Arithmetic = { kind: "number", value: "0", said: "0" };
const sizeless: Sized = { measure: plain, bare: true, word: null };

function notANumber({ name, type }: Measured, span: Span): Problem {
  return problem("E0240", span, `\`${name}\` is no number that can be calculated with.`, {
    hint:
      type.kind === "date"
        ? `A date is counted from another: \`days from ${name} to request date\`.`
        : "Numbers, ages, and days between two dates are calculated with.",
  });
}

/** `days from onset date to request date`, `months from ...` */
function between(words: readonly Word[], environment: Environment): readonly Operand[] {
  const kind = wordKey(words[0]?.text ?? "");
  if ((kind !== "day" && kind !== "month") || wordKey(words[1]?.text ?? "") !== "from") return [];
  const unit: Unit = kind === "day" ? { word: "days", ucum: "d" } : { word: "months", ucum: "mo" };
  return splitAt(words.slice(2), "to").flatMap(([first, last]) => {
    const [from, to] = [moment(first, environment), moment(last, environment)];
    if (!from || !to) return [];
    const value: Arithmetic = { kind: kind === "day" ? "days" : "months", from: from.moment, to: to.moment };
    const uses = [...from.uses, ...to.uses];
    return [{ value: inBase(value, unit), size: measureOfUnit(unit), uses, problems: [] }];
  });
}

/** Days and months as counted, in base units. */
function inBase(value: Arithmetic, unit: Unit): Arithmetic {
  const { factor } = measureOfUnit(unit).measure;
  return { kind: "in unit", amount: value, factor: printRational(rationals.over(rationals.one, factor)) };
}

export function moment(
  words: readonly Word[],
  { names }: Environment,
): { readonly moment: Moment; readonly uses: readonly Use[] } | null {
  const bare = wordKey(words[0]?.text ?? "") === "the" && words.length > 1 ? words.slice(1) : words;
  const key = nameKey(wordsText(bare));
  const anchor = anchors.find((name) => nameKey(name) === key);
  if (anchor) return { moment: { kind: "anchor", anchor }, uses: [] };
  const found = names.get(nameKey(wordsText(words))) ?? names.get(key);
  if (found?.kind !== "fact" || found.type.kind !== "date") return null;
  return {
    moment: { kind: "fact", fact: found.key, name: found.name },
    uses: [{ key: found.key, kind: "fact", span: spanOfItems(words) }],
  };
}

/** `percent decrease from pain before to pain after` */
function change(items: Items, inner: ReadInner): readonly Operand[] {
  const [percent, way, from] = items.slice(0, 3).map((item) => ("terms" in item ? "" : wordKey(item.text)));
  if (percent !== "percent" || (way !== "decrease" && way !== "increase") || from !== "from") return [];
  return splitAt(items.slice(3), "to").flatMap(([before, after]) =>
    inner(before, spanOfItems(before)).flatMap((first) =>
      inner(after, spanOfItems(after)).map((second) => changeBetween(way, first, second, spanOfItems(items))),
    ),
  );
}

export function changeBetween(way: "decrease" | "increase", from: Operand, to: Operand, span: Span): Operand {
  const problems = [...from.problems, ...to.problems];
  return {
    value: { kind: `percent ${way}`, from: from.value, to: to.value },
    size: measureOfUnit({ word: "%", ucum: "%" }),
    uses: [...from.uses, ...to.uses],
    problems: problems.length > 0 ? problems : unlike(from, to, span),
  };
}

/** Two sizes that are added, or held against each other, measure the same. */
export function unlike(left: Operand, right: Operand, span: Span): readonly Problem[] {
  const [a, b] = [left.size, right.size];
  if (sameSize(a, b)) return [];
  const words = [a, b].map(({ word }) => (word === null ? "a bare number" : `\`${word}\``));
  return [
    problem("E0436", span, `${capital(words[0] ?? "")} and ${words[1] ?? ""} do not measure the same.`, {
      hint: a.bare !== b.bare ? bareHint(left, right) : "Both sides are given in one unit, or in units that convert.",
    }),
  ];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `140 minus age` */
function bareHint(left: Operand, right: Operand): string {
  const [bare, other] = left.size.bare ? [left, right] : [right, left];
  const said = bare.value.kind === "number" ? bare.value.said : "the number";
  return `Give ${said} its unit: \`${said} ${other.size.word ?? ""}\`, or take the number out of its unit: \`age in years\`.`;
}

export function sameSize(a: Sized, b: Sized): boolean {
  if (a.bare !== b.bare) return false;
  const powers = new Set([...Object.keys(a.measure.dimension), ...Object.keys(b.measure.dimension)]);
  return [...powers].every((base) => (a.measure.dimension[base] ?? 0) === (b.measure.dimension[base] ?? 0));
}

/** `weight in kg`: the number alone, for formulas whose constants carry no units. */
function without(items: Items, environment: Environment, inner: ReadInner): readonly Operand[] {
  return splitAt(items, "in").flatMap(([before, after]) => {
    const words = wordsOnly(after);
    const unit = words && readUnit(wordsText(words));
    if (!words || !unit || readDecimal(wordsText(words)) !== null) return [];
    const { measure } = measureOfUnit(unit);
    return readOperand(before, environment, inner).flatMap((operand) =>
      operand.size.bare ? [] : [{ ...operand, ...takenOut(operand, unit, measure, spanOfItems(items)) }],
    );
  });
}

function takenOut(
  operand: Operand,
  unit: Unit,
  measure: Measure,
  span: Span,
): Pick<Operand, "value" | "size" | "problems"> {
  const fits = sameSize(operand.size, measureOfUnit(unit));
  return {
    value: { kind: "in unit", amount: operand.value, factor: printRational(measure.factor) },
    size: sizeless,
    problems: fits ? operand.problems : [...operand.problems, otherUnit(operand, unit, span)],
  };
}

function otherUnit({ size }: Operand, unit: Unit, span: Span): Problem {
  return problem("E0436", span, `\`${unit.word}\` does not measure what \`${size.word ?? "this"}\` measures.`, {
    hint: `Take the number in ${size.word ?? "its own unit"}, or in a unit that it converts to.`,
    fixes: [],
  });
}

/** Every way to cut the items at a word, something on each side. */
function splitAt<Item extends Term>(items: readonly Item[], word: string): readonly (readonly [Item[], Item[]])[] {
  return items.flatMap((item, at) =>
    at > 0 && at < items.length - 1 && !("terms" in item) && !item.quoted && wordKey(item.text) === word
      ? [[items.slice(0, at), items.slice(at + 1)] as const]
      : [],
  );
}
