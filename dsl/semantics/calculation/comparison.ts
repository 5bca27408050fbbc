import { type Problem, problem } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Word } from "../../syntax/index.ts";
import { anchors, type DatedWindow, windowsIn } from "../anchors.ts";
import { beginnings, type Environment, type Named } from "../environment.ts";
import type { Arithmetic, Calculation } from "../model.ts";
import { nameKey, wordKey, wordsText } from "../names.ts";
import { type Operator, operators } from "../operators.ts";
import { printRational, rationals } from "../rational.ts";
import type { Reading } from "../reading.ts";
import { HIGHEST, LOWEST, type Range } from "../scaled.ts";
import type { FactType, TimeUnit, Unit } from "../types.ts";
import { calculationOf } from "./calculationOf.ts";
import { operandOf, sameSize, spanOfItems } from "./operand.ts";

type Fact = Named & { readonly kind: "fact" | "calculated" };

/** A phrase that holds one fact against another: `A` `at least` `B`. */
interface Facing {
  readonly first: Fact;
  readonly firstSpan: Span;
  readonly words: readonly Word[];
  readonly second: Fact;
  readonly secondSpan: Span;
}

/** `systolic pressure at least target pressure`, `onset date is before injury date`, `surgery date at least 6 weeks after onset date` */
export function comparisonReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  return facings(words, environment).flatMap((facing) =>
    facing.first.type.kind === "date" && facing.second.type.kind === "date" ? dated(facing) : compared(facing),
  );
}

/** Every way to cut the words into a fact, something between, and another fact at the end. */
function facings(words: readonly Word[], environment: Environment): readonly Facing[] {
  return beginnings(words, environment).flatMap(({ named, nameSpan, rest }) => {
    if (!isOrdered(named)) return [];
    return rest.flatMap((_, at) => {
      const second = at === 0 ? undefined : environment.names.get(nameKey(wordsText(rest.slice(at))));
      if (second === undefined || !isOrdered(second) || isAnchor(second) || rest.slice(at).some(({ quoted }) => quoted))
        return [];
      const between = {
        words: withoutArticle(rest.slice(0, at), environment),
        second,
        secondSpan: spanOfItems(rest.slice(at)),
      };
      return [{ first: named, firstSpan: nameSpan, ...between }];
    });
  });
}

/** `at least the`, and of an entry of a list `at least its`. */
function withoutArticle(words: readonly Word[], { entry }: Environment): readonly Word[] {
  const last = words.at(-1)?.text.toLowerCase();
  return last === "the" || (entry !== null && last === "its") ? words.slice(0, -1) : words;
}

const ordered: ReadonlySet<FactType["kind"]> = new Set<FactType["kind"]>([
  "number",
  "calculated",
  "whole number",
  "age",
  "date",
  "scale",
]);

const isOrdered = (named: Named): named is Fact =>
  (named.kind === "fact" || named.kind === "calculated") && ordered.has(named.type.kind);

/** What a date is held against as an anchor is no fact of the record. */
const isAnchor = ({ key }: Fact): boolean => anchors.some((anchor) => nameKey(anchor) === key);

const copulas = new Set(["is", "was", "are", "were"]);

/** Words that compare with what follows them: `at least`, `below`, `>=`; the bare `is` stands for `exactly`. */
const comparators: ReadonlyMap<string, Operator> = new Map(
  operators
    .filter(({ takes }) => takes === "ordered")
    .flatMap((operator) =>
      operator.patterns
        .filter((pattern) => pattern.endsWith(" {a}"))
        .map((pattern) => [nameKey(pattern.slice(0, -4)), operator] as const),
    ),
);
const exactly = operators.find(({ id, takes }) => id === "is" && takes === "ordered");

function operatorIn(words: readonly Word[]): Operator | undefined {
  const led = copulas.has(wordKey(words[0]?.text ?? ""));
  const rest = led ? words.slice(1) : words;
  return led && rest.length === 0 ? exactly : comparators.get(nameKey(wordsText(rest)));
}

const zero = { ceilLow: 0, floorLow: 0, ceilHigh: 0, floorHigh: 0 };

function compared(facing: Facing): readonly Reading[] {
  const operator = operatorIn(facing.words);
  if (!operator) return [];
  const { first, second } = facing;
  const wrong = unfit(facing);
  if (wrong) return [reading(facing, operator.id, placeholder(first, second), [], [wrong])];
  const ranges = operator.truth([zero]);
  const swapped = second.key < first.key;
  const [one, other] = swapped ? [second, first] : [first, second];
  return [reading(facing, operator.id, difference(one, other), swapped ? mirrored(ranges) : ranges, [])];
}

function reading(
  { first, firstSpan, second, secondSpan }: Facing,
  operator: string,
  calculation: Calculation,
  ranges: readonly Range[],
  problems: readonly Problem[],
): Reading {
  return {
    named: first,
    nameSpan: firstSpan,
    operator,
    meaning: { kind: "in", fact: calculation.key, part: "value", ranges },
    problems,
    others: [{ key: second.key, kind: second.kind, span: secondSpan }],
    calculation,
  };
}

const mirrored = (ranges: readonly Range[]): readonly Range[] =>
  ranges.map(({ low, high }) => ({ low: -high, high: -low })).toReversed();

/** What one fact is above the other, in the unit of the first. */
function difference(one: Fact, other: Fact): Calculation {
  const [left, right] = [valueOf(one), valueOf(other)];
  const unit = unitOf(one.type);
  const { size } = operandOf(one, nowhere);
  const amount: Arithmetic = { kind: "minus", left, right };
  const value: Arithmetic = { kind: "in unit", amount, factor: printRational(size.measure.factor) };
  const decimals = Math.max(decimalsOf(one.type), decimalsOf(other.type));
  return calculationOf(`${one.name} minus ${other.name}`, { kind: "calculated", unit, decimals }, value);
}

const placeholder = (one: Fact, other: Fact): Calculation =>
  calculationOf(
    `${one.name} minus ${other.name}`,
    { kind: "calculated", unit: null, decimals: 0 },
    { kind: "number", value: "0", said: "0" },
  );

const nowhere: Span = { start: 0, end: 0 };

function valueOf(fact: Fact): Arithmetic {
  if (fact.type.kind === "scale")
    return { kind: "fact", fact: fact.key, factor: printRational(rationals.one), name: fact.name };
  return operandOf(fact, nowhere).value;
}

export function unitOf(type: FactType): Unit | null {
  if (type.kind === "number" || type.kind === "calculated") return type.unit;
  return type.kind === "age" ? { word: "years", ucum: "a" } : null;
}

export function decimalsOf(type: FactType): number {
  return type.kind === "number" || type.kind === "calculated" ? type.decimals : 0;
}

function unfit({ first, second, secondSpan }: Facing): Problem | null {
  if (first.type.kind === "scale" && second.type.kind === "scale" && first.type.scale === second.type.scale)
    return null;
  const [a, b] = [operandOf(first, nowhere), operandOf(second, nowhere)];
  if (a.problems.length + b.problems.length === 0 && sameSize(a.size, b.size)) return null;
  return problem("E0436", secondSpan, `\`${first.name}\` and \`${second.name}\` do not measure the same.`, {
    hint: "Two facts are compared when both are dates, grades of one scale, or numbers in units that convert into each other.",
  });
}

/** Two dates: in days, or by the calendar where the length is in months or years. */
function dated(facing: Facing): readonly Reading[] {
  const led = copulas.has(wordKey(facing.words[0]?.text ?? ""));
  const words = led ? facing.words.slice(1) : facing.words;
  return windowsIn(words).map((window) => reading(facing, window.operator, ...stretchBetween(facing, window), []));
}

const perUnit: Readonly<Record<TimeUnit, number>> = { days: 1, weeks: 7, months: 1, years: 12 };

function stretchBetween(
  { first, second }: Facing,
  { unit, from, to }: DatedWindow,
): readonly [Calculation, readonly Range[]] {
  const kind = unit === "days" || unit === "weeks" ? "days" : "months";
  const counted: Unit = kind === "days" ? { word: "days", ucum: "d" } : { word: "months", ucum: "mo" };
  const value: Arithmetic = { kind, from: momentOf(second), to: momentOf(first) };
  const name = `${kind} from ${second.name} to ${first.name}`;
  const calculation = calculationOf(name, { kind: "calculated", unit: counted, decimals: 0 }, value);
  const half = (amount: number | null, open: number): number => (amount === null ? open : 2 * perUnit[unit] * amount);
  return [calculation, [{ low: half(from, LOWEST), high: half(to, HIGHEST) }]];
}

const momentOf = ({ key, name }: Fact) => ({ kind: "fact", fact: key, name }) as const;
