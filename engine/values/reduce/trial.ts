import { HIGHEST, LOWEST, NONE, type Part, type Range, trialResponses } from "../../../dsl/index.ts";
import { daysOfDate, epochDays } from "../calendar.ts";
import type { Case, StatedValue } from "../case.ts";
import { between, hull, intersect, one, type ValueSet } from "../valueSet.ts";
import { completed, type Duration, durationBetween, type DurationPart, readDuration } from "./duration.ts";
import { tightened } from "./period.ts";
import { type Parts, type Reading, refused } from "./result.ts";

type Trial = Pick<Extract<StatedValue, { kind: "trial" }>, "response" | "duration" | "from" | "to">;

/** Responses of a treatment that never began: nothing of it lasted. */
const neverBegun: ReadonlySet<number> = new Set(
  ["not tried", "contraindicated"].map((response) => trialResponses.findIndex((known) => known === response)),
);

/** A course of treatment: its response, and how long it lasted by what is said of it and by its dates together. */
export function readTrial(trial: Trial, dates: Case["dates"]): Reading {
  const stated = trial.duration === null ? new Map<Part, ValueSet>() : readDuration(trial.duration);
  if (stated === null) return notADuration(trial.duration ?? "");
  const index = trialResponses.findIndex((known) => known === trial.response);
  const parts = new Map<Part, ValueSet>([
    ...(index < 0 ? [] : [["response", one(index)] as const]),
    ...stated,
    ...dayPart("first day", trial.from),
    ...dayPart("last day", trial.to),
  ]);
  return completedTrial(parts, dates) ?? disagreeing(trial);
}

function dayPart(part: Part, date: string | null): readonly (readonly [Part, ValueSet])[] {
  const days = date === null ? null : daysOfDate(date);
  return days === null ? [] : [[part, between(days.low, days.high)]];
}

/**
 * What is said of a trial with what follows from it: its length from its dates, its dates from its length. A trial without a
 * last day went on to the request date at most. `null` when its length and its dates disagree.
 */
export function completedTrial(stated: Parts, dates: Case["dates"]): Reading | null {
  if (stated.has("value")) return { parts: withoutTrial };
  const parts = completed(withNothingBegun(stated));
  const [first, last] = [rangeOf(parts, "first day"), rangeOf(parts, "last day")];
  if (first === null && last === null) return { parts };
  const shortest = parts.get("duration in days")?.[0]?.low ?? 0;
  const ends = last ?? { low: first?.low ?? LOWEST, high: lastDayUntold(first, shortest, dates) };
  const starts = first ?? { low: LOWEST, high: ends.high };
  const lengths = durationBetween(first, ends);
  const [days, months] = durationParts.map((part) => shared(part, parts, lengths));
  const [dayRange, monthRange] = [days?.[0], months?.[0]];
  if (dayRange === undefined || monthRange === undefined) return null;
  const period = tightened({ first: starts, last: ends, days: dayRange, months: monthRange });
  if (period === null) return null;
  return {
    parts: new Map([
      ...parts,
      ["duration in days", between(period.days.low, period.days.high)],
      ["duration in months", between(monthRange.low, monthRange.high)],
      ["first day", between(period.first.low, period.first.high)],
      ["last day", between(period.last.low, period.last.high)],
    ]),
  };
}

/** A trial that is said to be `none`: every part of it is. */
const withoutTrial: Parts = new Map(
  (["value", "response", "duration in days", "duration in months"] as const).map((part) => [part, one(NONE)]),
);

const durationParts = ["duration in days", "duration in months"] as const;

/** A length as its dates and what is said of it allow together. */
function shared(part: DurationPart, stated: Parts, byDates: Duration): ValueSet {
  return intersect(byDates.get(part) ?? [], stated.get(part) ?? between(0, HIGHEST));
}

function withNothingBegun(parts: Parts): Parts {
  const response = parts.get("response")?.[0]?.low;
  const unsaid = !parts.has("duration in days") && !parts.has("duration in months");
  const never = response !== undefined && neverBegun.has(response) && unsaid;
  return never && !parts.has("first day") && !parts.has("last day")
    ? new Map([...parts, ["duration in days", one(0)], ["duration in months", one(0)]])
    : parts;
}

/** The request date, or any day for what cannot have ended by then: `shortest` is its least length in days. */
export function lastDayUntold(first: Range | null, shortest: number, dates: Case["dates"]): number {
  const today = epochDays(dates["request date"]);
  return today === null || (first !== null && first.low + shortest > today) ? HIGHEST : today;
}

function rangeOf(parts: Parts, part: Part): Range | null {
  return hull(parts.get(part) ?? [])[0] ?? null;
}

function notADuration(text: string): Reading {
  return refused(
    "E0618",
    `\`${text}\` is not a length of time.`,
    "Write `6 weeks`, `at least 6 weeks` or `4 to 6 weeks`.",
  );
}

function disagreeing({ duration, from, to }: Trial): Reading {
  const dates = [...(from === null ? [] : [`from \`${from}\``]), ...(to === null ? [] : [`to \`${to}\``])].join(" ");
  const message = `${dates.charAt(0).toUpperCase()}${dates.slice(1)} is not \`${duration ?? "any time"}\`.`;
  return refused("E0615", message, "Correct one of them, or give them as two statements that conflict.");
}
