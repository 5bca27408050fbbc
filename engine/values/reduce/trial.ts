import { type Part, trialResponses } from "../../../dsl/index.ts";
import { daysOfDate } from "../calendar.ts";
import type { StatedValue } from "../case.ts";
import { intersect, isEmpty, one, type ValueSet } from "../valueSet.ts";
import { type Duration, type DurationPart, durationBetween, readDuration } from "./duration.ts";
import { type Reading, refused } from "./result.ts";

type Trial = Pick<Extract<StatedValue, { kind: "trial" }>, "response" | "duration" | "from" | "to">;

const durationParts: readonly DurationPart[] = ["duration in days", "duration in months"];

/** Responses of a treatment that never began: nothing of it lasted. */
const neverBegun: ReadonlySet<string> = new Set(["not tried", "contraindicated"]);

/** A course of treatment: its response, and how long it lasted by what is said of it and by its dates together. */
export function readTrial(trial: Trial): Reading {
  const stated = trial.duration === null ? null : readDuration(trial.duration);
  if (trial.duration !== null && stated === null) return notADuration(trial.duration);
  const byDates = durationByDates(trial);
  const duration = stated === null || byDates === null ? (stated ?? byDates) : shared(stated, byDates);
  if (duration === "none") return disagreeing(trial);
  return { parts: new Map([...responsePart(trial.response), ...lengthParts(duration, trial.response)]) };
}

type PartValues = readonly (readonly [Part, ValueSet])[];

function responsePart(response: string | null): PartValues {
  const index = trialResponses.findIndex((known) => known === response);
  return index < 0 ? [] : [["response", one(index)]];
}

function lengthParts(duration: Duration | null, response: string | null): PartValues {
  if (duration !== null) return durationParts.map((part) => [part, duration[part]] as const);
  return response !== null && neverBegun.has(response) ? durationParts.map((part) => [part, one(0)] as const) : [];
}

function durationByDates({ from, to }: Trial): Duration | null {
  return from === null && to === null
    ? null
    : durationBetween(from === null ? null : daysOfDate(from), to === null ? null : daysOfDate(to));
}

function shared(first: Duration, second: Duration): Duration | "none" {
  const both = {
    "duration in days": intersect(first["duration in days"], second["duration in days"]),
    "duration in months": intersect(first["duration in months"], second["duration in months"]),
  };
  return durationParts.some((part) => isEmpty(both[part])) ? "none" : both;
}

function notADuration(text: string): Reading {
  return refused(
    "E0618",
    `\`${text}\` is not a length of time.`,
    "Write `6 weeks`, `at least 6 weeks` or `4 to 6 weeks`.",
  );
}

function disagreeing({ duration, from, to }: Trial): Reading {
  const message = `From \`${from}\` to \`${to}\` is not \`${duration}\`.`;
  return refused("E0615", message, "Correct one of them, or give them as two statements that conflict.");
}
