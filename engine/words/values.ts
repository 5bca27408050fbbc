import {
  codesInWords,
  type FactType,
  HIGHEST,
  LOWEST,
  NONE,
  type Range,
  sitesInWords,
  type Unit,
  trialResponses,
} from "../../dsl/index.ts";
import type { QuantityPart } from "../ir/index.ts";
import { isoDate } from "../values/index.ts";
import { listed } from "./sentence.ts";

/** What a set of scaled values is said of. */
export interface Said {
  readonly type: FactType;
  readonly part: QuantityPart;
}

/** A set of scaled values in words: `at least 6 weeks`, `from 56 to 59 mmHg`, `injection or surgery`, `4+/5 or below`. */
export function valuesInWords(ranges: readonly Range[], of: Said): string {
  const [only, ...more] = ranges;
  if (only !== undefined && more.length === 0 && only.low > NONE) return listed(rangesInWords(ranges, of), "or");
  const none = ranges.some((range) => range.low <= NONE);
  const values = ranges.filter((range) => range.high > NONE);
  const words = rangesInWords(values, of);
  return listed(none ? [...words, "none"] : words, "or");
}

function rangesInWords(values: readonly Range[], of: Said): readonly string[] {
  if (of.part === "value" && of.type.kind === "code") return codesInWords(of.type.system, values);
  if (of.part === "value" && of.type.kind === "body site") return sitesInWords(of.type.regions, values);
  return values.map((range) => rangeInWords(range, of)).filter((words) => words !== "");
}

function rangeInWords(range: Range, of: Said): string {
  const options = optionsOf(of);
  return options === null ? intervalInWords(range, of) : optionsInWords(range, options, of);
}

/** The names of the values of a type that has names for them, in order; `null` for measured types. */
function optionsOf({ type, part }: Said): readonly string[] | null {
  if (part === "response") return trialResponses;
  if (part === "documentation") return ["documented as present", "documented as absent", "not documented"];
  if (part === "undocumented") return ["documented", "not documented"];
  if (part !== "value") return null;
  if (type.kind === "yes or no") return ["no", "yes"];
  if (type.kind === "one of") return type.options;
  if (type.kind === "scale") return type.grades;
  return null;
}

function optionsInWords(range: Range, options: readonly string[], { type, part }: Said): string {
  const ordered = type.kind === "scale" && part === "value";
  const [low, high] = [Math.max(0, range.low), Math.min(options.length - 1, range.high)];
  if (ordered && low < high && high === options.length - 1) return `${options[low] ?? ""} or above`;
  if (ordered && low < high && low === 0) return `${options[high] ?? ""} or below`;
  return listed(options.slice(low, high + 1), "or");
}

function intervalInWords(range: Range, of: Said): string {
  if (of.part === "half months from anchor") return halfMonthsInWords(range);
  if (of.type.kind === "calculated" && of.part === "value") return halvesInWords(range, of.type);
  const scale = measure(range, of);
  const say = (value: number): string => scale.say(value);
  if (range.low === range.high) return scale.withUnit(say(range.low));
  if (of.type.kind === "date" && of.part === "value") return daysInWords(range, say);
  if (range.low <= lowestOf(of)) return range.high >= HIGHEST ? "any value" : upTo(range, of);
  if (range.high >= HIGHEST) return `at least ${scale.withUnit(say(range.low))}`;
  return `from ${say(range.low)} to ${scale.withUnit(say(range.high))}`;
}

/** Days are earlier and later, not less and more: `2014-05-14 or later`. */
function daysInWords({ low, high }: Range, say: (day: number) => string): string {
  if (low <= LOWEST) return high >= HIGHEST ? "any date" : `${say(high)} or earlier`;
  return high >= HIGHEST ? `${say(low)} or later` : `from ${say(low)} to ${say(high)}`;
}

/** 2k are exactly k months, 2k + 1 lies between k and k + 1: `at least 3 and less than 6 months`. */
function halfMonthsInWords({ low, high }: Range): string {
  const months = (half: number, end: string): string => `${end} ${half / 2} month${half === 2 ? "" : "s"}`.trim();
  if (low === high && low % 2 === 0) return months(low, "");
  const least = low <= 0 ? [] : [low % 2 === 0 ? months(low, "at least") : months(low - 1, "more than")];
  const most = high >= HIGHEST ? [] : [high % 2 === 0 ? months(high, "at most") : months(high + 1, "less than")];
  return [...least, ...most].join(" and ") || "any time";
}

/** `37.5` of `37.500000`: an exact number needs no noughts to say how exact it is. */
const short = (number: string): string => (number.includes(".") ? number.replace(/\.?0+$/, "") : number);

type Calculated = FactType & { readonly kind: "calculated" };

/** Half steps: an odd end lies between two steps, so it says `more than` and `less than`. */
function halvesInWords({ low, high }: Range, type: Calculated): string {
  const say = (steps: number): string => withUnit(short(decimal(steps, type.decimals)), type.unit);
  const from = low % 2 === 0 ? `at least ${say(low / 2)}` : `more than ${say((low - 1) / 2)}`;
  const to = high % 2 === 0 ? `at most ${say(high / 2)}` : `less than ${say((high + 1) / 2)}`;
  if (low === high && low % 2 === 0) return say(low / 2);
  if (low <= LOWEST) return high >= HIGHEST ? "any value" : to;
  return high >= HIGHEST ? from : `${from} and ${to}`;
}

/** `less than 6 weeks` where that is the rounder way to say at most 41 days. */
function upTo(range: Range, of: Said): string {
  const weeks = countsDays(of) && (range.high + 1) % 7 === 0;
  const end = weeks ? range.high + 1 : range.high;
  return `${weeks ? "less than" : "at most"} ${intervalInWords({ low: end, high: end }, of)}`;
}

/** Counted things do not go below nought. */
function lowestOf({ type, part }: Said): number {
  const counted = countsDays({ part }) || countsMonths({ part }) || (part === "value" && type.kind === "age");
  return counted ? 0 : LOWEST;
}

const countsDays = ({ part }: Pick<Said, "part">): boolean => part === "duration in days" || part === "days in window";
const countsMonths = ({ part }: Pick<Said, "part">): boolean =>
  part === "duration in months" || part === "months in window";

interface Measure {
  readonly say: (value: number) => string;
  readonly withUnit: (said: string) => string;
}

function measure(range: Range, { type, part }: Said): Measure {
  if (countsDays({ part })) return daysOrWeeks(range);
  if (countsMonths({ part })) return counted(1, "month");
  if (part === "days from anchor") return counted(1, "day");
  if (part === "half months from anchor") return counted(2, "month");
  if (type.kind === "date") return { say: isoDate, withUnit: (said) => said };
  if (type.kind === "age") return counted(1, "year");
  if (type.kind === "number")
    return { say: (value) => decimal(value, type.decimals), withUnit: (said) => withUnit(said, type.unit) };
  return { say: String, withUnit: (said) => said };
}

function daysOrWeeks(range: Range): Measure {
  const ends = [range.low, range.high].filter((end) => end > 0 && end < HIGHEST);
  return ends.every((end) => end % 7 === 0) ? counted(7, "week") : counted(1, "day");
}

function counted(per: number, unit: string): Measure {
  return {
    say: (value) => String(value / per),
    withUnit: (said) => `${said} ${unit}${said === "1" ? "" : "s"}`,
  };
}

function withUnit(said: string, unit: Unit | null): string {
  if (unit === null) return said;
  return `${said} ${said === "1" ? unit.word.replace(/^(point|day|week|month|year|hour|minute)s$/u, "$1") : unit.word}`;
}

/** A scaled integer as a decimal: `decimal(555, 1)` is `55.5`. */
function decimal(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const [whole, part] = [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
  return `${value < 0 ? "-" : ""}${whole}${/[1-9]/u.test(part) ? `.${part}` : ""}`;
}
