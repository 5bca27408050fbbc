import {
  type CodeList,
  type FactType,
  HIGHEST,
  LOWEST,
  NONE,
  type Part,
  type Range,
  trialResponses,
} from "../../semantics/index.ts";
import { halfBounds } from "./bounds.ts";
import { codeWords } from "./codes.ts";
import { stretches } from "./ranges.ts";
import { siteWords } from "./sites.ts";
import { valueText } from "./values.ts";

/**
 * What follows a name so that the test holds just these values, each of the alternatives by itself: `at most 4`, `at least 9`;
 * `null` when no words say it, as of all that may be none besides: the author's `is not` does.
 */
export function comparisons(
  ranges: readonly Range[],
  type: FactType,
  part: Part,
  codeLists: readonly CodeList[],
): readonly string[] | null {
  if (ranges.length > 1 && ranges.some(({ low }) => low === NONE)) return null;
  if (part === "response") return choice(held(ranges, trialResponses), trialResponses, "was");
  if (part === "value" && type.kind === "one of") return choice(held(ranges, type.options), type.options, "is");
  if (part === "value" && type.kind === "code") return codeWords(ranges, type, codeLists);
  if (part === "value" && type.kind === "body site") return one(siteWords(ranges, type.regions));
  if (part === "value" && type.kind === "calculated") return calculated(ranges, type);
  if (part === "value" && type.kind === "scale") return grades(ranges, type);
  const said = withoutPoint(ranges, type, part) ?? stretches(ranges).map((range) => between(range, type, part));
  if (said.length === 0 || !said.every((each) => each !== null)) return null;
  return said.map((each) => (part === "value" ? asVerb(each) : `lasted ${each}`));
}

/** `is at most 4`, and `is 4` as it is. */
const asVerb = (said: string): string => (said.startsWith("is ") ? said : `is ${said}`);

const held = (ranges: readonly Range[], options: readonly string[]): readonly string[] =>
  options.filter((_, at) => ranges.some(({ low, high }) => low <= at && at <= high));

function choice(values: readonly string[], all: readonly string[], copula: string): readonly string[] | null {
  const [only, ...others] = values;
  const missing = all.filter((option) => !values.includes(option));
  const [spared, ...more] = missing;
  if (only === undefined) return [`${copula} none of ${all.join(", ")}`];
  if (others.length === 0) return [isVerb(only) && copula === "was" ? only : `${copula} ${only}`];
  if (spared !== undefined && more.length === 0) return [`${copula} not ${spared}`];
  return [`${copula} one of ${values.join(", ")}`];
}

/** `program failed`, but `program was not tolerated`. */
const isVerb = (response: string): boolean => /(?:failed|succeeded)$/.test(response);

const one = (said: string | null): readonly string[] | null => (said === null ? null : [said]);

/** A calculated number is held in half steps; its thresholds are whole ones. */
function calculated(ranges: readonly Range[], type: FactType & { kind: "calculated" }): readonly string[] | null {
  const number = { ...type, kind: "number" as const };
  const said = ranges.map((range) => halfBounds(range, (steps) => valueText(steps, number, "value")));
  return said.length > 0 && said.every((each) => each !== null) ? said.map((each) => `is ${each}`) : null;
}

/** Grades that are not there are left out; no grade at all is above the highest. */
function grades(ranges: readonly Range[], type: FactType & { kind: "scale" }): readonly string[] {
  const top = type.grades.length - 1;
  const there = stretches(ranges)
    .map(({ low, high }) => ({ low: Math.max(0, low), high: Math.min(top, high) }))
    .filter(({ low, high }) => low <= high);
  const [below, above, ...more] = there;
  if (!below) return [`is more than ${type.grades[top] ?? ""}`];
  const [from, to] = [below.high + 1, above?.low ?? 0];
  if (above && more.length === 0 && below.low === 0 && above.high === top && from + 1 === to)
    return [`is not ${type.grades[from] ?? ""}`];
  return there.flatMap((range) => between(range, type, "value") ?? []).map(asVerb);
}

/** `is not 55 mmHg`: every value but one. */
function withoutPoint(ranges: readonly Range[], type: FactType, part: Part): readonly string[] | null {
  const [below, above, ...more] = ranges;
  if (!below || !above || more.length > 0 || part !== "value") return null;
  if (below.low !== LOWEST || above.high !== HIGHEST || below.high + 2 !== above.low) return null;
  const point = valueText(below.high + 1, type, part);
  return point === null ? null : [`is not ${point}`];
}

function between({ low, high }: Range, type: FactType, part: Part): string | null {
  if (part === "duration in months") return wholeMonths(low, high);
  const [from, to] = [valueText(low, type, part), valueText(high, type, part)];
  const dated = type.kind === "date";
  const [lowest, highest] = boundsOf(type, part);
  if (low === high) return from === null ? null : `${part === "value" ? "is" : "exactly"} ${from}`;
  if (part === "value" && type.kind !== "scale" && low <= LOWEST && high >= HIGHEST) return null;
  if (low <= lowest && high >= highest) return `at least ${valueText(Math.max(lowest, 0), type, part) ?? "0"}`;
  if (low <= lowest)
    return to && (dated ? `on or before ${to}` : shorter(`at most ${to}`, "below", high + 1, type, part));
  if (high >= highest)
    return from && (dated ? `on or after ${from}` : shorter(`at least ${from}`, "more than", low - 1, type, part));
  return from && to && `from ${withoutUnitOf(from, to)} to ${to}`;
}

/** Whole months are told apart by those completed: two months and any days are `at least 2 and below 3 months`. */
function wholeMonths(low: number, high: number): string {
  if (high >= HIGHEST) return `at least ${Math.max(0, low)} months`;
  return low <= 0 ? `less than ${high + 1} months` : `at least ${low} and below ${high + 1} months`;
}

/** `more than 10 mmHg` for `at least 10.1 mmHg` of what is recorded to 0.1. */
function shorter(said: string, strictly: string, value: number, type: FactType, part: Part): string {
  const round = part === "value" && type.kind === "number" && value % 10 ** type.decimals === 0;
  const text = valueText(value, type, part);
  return round && type.kind === "number" && type.decimals > 0 && text !== null && !isWhole(said)
    ? `${strictly} ${text}`
    : said;
}

const isWhole = (said: string): boolean => !/\d\.\d/.test(said);

/** The first of two amounts has the unit of the second. */
function withoutUnitOf(from: string, to: string): string {
  const [amount = "", unit] = /^(-?[\d.]+) (.+)$/.exec(from)?.slice(1) ?? [];
  return unit !== undefined && to.endsWith(` ${unit}`) ? amount : from;
}

/** Grades have a lowest and a highest; other values are open at both ends. */
function boundsOf(type: FactType, part: Part): readonly [number, number] {
  return part === "value" && type.kind === "scale" ? [0, type.grades.length - 1] : [LOWEST, HIGHEST];
}
