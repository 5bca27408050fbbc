import { ceilSteps, floorSteps } from "./decimal.ts";
import type { Literal } from "./literals.ts";
import { allBut, HIGHEST, LOWEST, type Range } from "./scaled.ts";
import { trialResponses } from "./types.ts";

/** What a test can be about: an ordered value, a choice, a bare yes, or whether something is documented. */
export type Takes = "ordered" | "choice" | "trial" | "yes" | "documentation" | "date near anchor";

/** Exact bounds of a literal in steps of the subject: smallest step at or above `low`, largest at or below `high`, and so on. */
export interface Steps {
  readonly ceilLow: number;
  readonly floorLow: number;
  readonly ceilHigh: number;
  readonly floorHigh: number;
}

export function stepsOf(literal: Literal, decimals: number): Steps {
  return {
    ceilLow: ceilSteps(literal.low, decimals),
    floorLow: floorSteps(literal.low, decimals),
    ceilHigh: ceilSteps(literal.high, decimals),
    floorHigh: floorSteps(literal.high, decimals),
  };
}

/** The place of a literal of a calculated number, which is whole in its steps; `truth` counts half steps then. */
export function halvesOf(literal: Literal, decimals: number): Steps {
  const { ceilLow, floorLow, ceilHigh, floorHigh } = stepsOf(literal, decimals);
  return { ceilLow: 2 * ceilLow, floorLow: 2 * floorLow, ceilHigh: 2 * ceilHigh, floorHigh: 2 * floorHigh };
}

/**
 * The one table of operators. A pattern is the author's words with `{a}`, `{b}` for literals, `{list}` for literals between
 * commas; `truth` gives the values that satisfy the test.
 */
export interface Operator {
  readonly id: string;
  readonly takes: Takes;
  readonly patterns: readonly string[];
  /** One line for completion and hover. */
  readonly help: string;
  readonly truth: (values: readonly Steps[]) => readonly Range[];
}

const from = (low: number): readonly Range[] => [{ low, high: HIGHEST }];
const upTo = (high: number): readonly Range[] => [{ low: LOWEST, high }];
const none: Steps = { ceilLow: LOWEST, floorLow: LOWEST, ceilHigh: LOWEST, floorHigh: LOWEST };
const within = ({ ceilLow }: Steps, { floorHigh }: Steps): readonly Range[] =>
  ceilLow <= floorHigh ? [{ low: ceilLow, high: floorHigh }] : [];
const outside = ({ ceilLow, floorHigh }: Steps): readonly Range[] => [...upTo(ceilLow - 1), ...from(floorHigh + 1)];

const atLeast = [
  "at least {a}",
  "at or above {a}",
  "no less than {a}",
  ">= {a}",
  "≥ {a}",
  "{a} or more",
  "{a} or above",
  "{a} or higher",
  "{a} or greater",
  "{a} or older",
  "{a} or later",
  "{a} or longer",
  "greater than or equal to {a}",
  "more than or equal to {a}",
  "on or after {a}",
];
const moreThan = [
  "more than {a}",
  "greater than {a}",
  "higher than {a}",
  "older than {a}",
  "longer than {a}",
  "above {a}",
  "over {a}",
  "after {a}",
  "> {a}",
];
const atMost = [
  "at most {a}",
  "at or below {a}",
  "no more than {a}",
  "<= {a}",
  "≤ {a}",
  "{a} or less",
  "{a} or fewer",
  "{a} or below",
  "{a} or lower",
  "{a} or younger",
  "{a} or earlier",
  "{a} or shorter",
  "less than or equal to {a}",
  "up to {a}",
  "on or before {a}",
];
const lessThan = [
  "less than {a}",
  "fewer than {a}",
  "lower than {a}",
  "younger than {a}",
  "shorter than {a}",
  "below {a}",
  "under {a}",
  "before {a}",
  "< {a}",
];

const notTried: Range = { low: trialResponses.indexOf("not tried"), high: trialResponses.indexOf("not tried") };

const second = (pattern: string): string => pattern.replace("{a}", "{b}");
const both = (lows: readonly string[], highs: readonly string[]): readonly string[] =>
  lows.flatMap((low) => highs.map((high) => `${low} and ${second(high)}`));
const prefixed = (patterns: readonly string[]): readonly string[] =>
  patterns.filter((pattern) => !pattern.startsWith("{"));

export const operators: readonly Operator[] = [
  {
    id: "at least",
    takes: "ordered",
    patterns: atLeast,
    help: "this much or more",
    truth: ([a = none]) => from(a.ceilLow),
  },
  {
    id: "more than",
    takes: "ordered",
    patterns: moreThan,
    help: "more, not equal",
    truth: ([a = none]) => from(a.floorHigh + 1),
  },
  {
    id: "at most",
    takes: "ordered",
    patterns: atMost,
    help: "this much or less",
    truth: ([a = none]) => upTo(a.floorHigh),
  },
  {
    id: "less than",
    takes: "ordered",
    patterns: lessThan,
    help: "less, not equal",
    truth: ([a = none]) => upTo(a.ceilLow - 1),
  },
  {
    id: "from to",
    takes: "ordered",
    patterns: ["from {a} to {b}"],
    help: "between the two, both included",
    truth: ([a = none, b = none]) => within(a, b),
  },
  {
    id: "at least and below",
    takes: "ordered",
    patterns: both(prefixed(atLeast), prefixed(lessThan)),
    help: "from the first on, short of the second",
    truth: ([a = none, b = none]) => within(a, { ...b, floorHigh: b.ceilLow - 1 }),
  },
  {
    id: "at least and at most",
    takes: "ordered",
    patterns: both(prefixed(atLeast), prefixed(atMost)),
    help: "between the two, both included",
    truth: ([a = none, b = none]) => within(a, b),
  },
  {
    id: "more than and below",
    takes: "ordered",
    patterns: both(prefixed(moreThan), prefixed(lessThan)),
    help: "between the two, neither included",
    truth: ([a = none, b = none]) => within({ ...a, ceilLow: a.floorHigh + 1 }, { ...b, floorHigh: b.ceilLow - 1 }),
  },
  {
    id: "more than and at most",
    takes: "ordered",
    patterns: both(prefixed(moreThan), prefixed(atMost)),
    help: "above the first, up to the second",
    truth: ([a = none, b = none]) => within({ ...a, ceilLow: a.floorHigh + 1 }, b),
  },
  {
    id: "is",
    takes: "ordered",
    patterns: ["{a}", "= {a}", "exactly {a}", "equal to {a}", "equals {a}", "on {a}"],
    help: "exactly this",
    truth: ([a = none]) => within(a, a),
  },
  {
    id: "is not",
    takes: "ordered",
    patterns: ["not {a}"],
    help: "anything but this",
    truth: ([a = none]) => outside(a),
  },
  { id: "is", takes: "choice", patterns: ["{a}", "= {a}"], help: "this value", truth: ([a = none]) => within(a, a) },
  {
    id: "is not",
    takes: "choice",
    patterns: ["not {a}"],
    help: "any value but this",
    truth: ([a = none]) => outside(a),
  },
  {
    id: "is one of",
    takes: "choice",
    patterns: ["one of {list}", "any of {list}"],
    help: "one of these values",
    truth: (all) => all.flatMap((a) => within(a, a)),
  },
  {
    id: "is none of",
    takes: "choice",
    patterns: ["none of {list}", "not one of {list}"],
    help: "none of these values",
    truth: (all) => allBut(all.flatMap((a) => within(a, a))),
  },
  {
    id: "was tried",
    takes: "trial",
    patterns: ["tried"],
    help: "however it went",
    truth: () => allBut([notTried]),
  },
];
