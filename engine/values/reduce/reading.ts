import { type Anchor, bornOn, type FactType, HIGHEST, LOWEST, type Part } from "../../../dsl/index.ts";
import { completedYears, daysOfDate, epochDays } from "../calendar.ts";
import type { Case, StatedValue, Statement } from "../case.ts";
import { domainOf } from "../domains.ts";
import { between, highest, intersect, isEmpty, isSubset, lowest, type ValueSet } from "../valueSet.ts";
import { type Answered, readLiteral, readTrialText } from "./literal.ts";
import { type Parts, type Reading, refused } from "./result.ts";
import { readTrial } from "./trial.ts";

/** A stated value as scaled values of the fact's type. */
export function readStated(
  statement: Pick<Statement, "value" | "place">,
  fact: Answered,
  dates: Case["dates"],
): Reading {
  const reading = readByKind(statement, fact, dates);
  return "problem" in reading ? reading : withinDomain(reading.parts, statement.value, fact);
}

function readByKind(
  { value, place }: Pick<Statement, "value" | "place">,
  fact: Answered,
  dates: Case["dates"],
): Reading {
  const isTrial = fact.type.kind === "treatment trial";
  switch (value.kind) {
    case "text":
      return isTrial ? readTrialText(value.text, fact, place, dates) : readText(value.text, fact, place, dates);
    case "interval":
      return isTrial ? readTrial({ ...value, response: null, duration: null }, dates) : readInterval(value, fact);
    case "born":
      return readBirth(value.date, fact, dates);
    case "trial":
      return isTrial ? readTrial(value, dates) : unfitting("A course of treatment", fact);
  }
}

/** `57 mmHg`, `at least 100 /min`, `born 1954-12-01` */
function readText(text: string, fact: Answered, place: Statement["place"], dates: Case["dates"]): Reading {
  const born = fact.type.kind === "age" ? bornOn(text) : null;
  return born === null ? readLiteral(text, fact, place) : readBirth(born, fact, dates);
}

type Interval = Extract<StatedValue, { kind: "interval" }>;

/** Types whose values have an order to lie between. */
const ordered: ReadonlySet<FactType["kind"]> = new Set<FactType["kind"]>([
  "number",
  "whole number",
  "date",
  "age",
  "scale",
]);

function readInterval({ from, to }: Interval, fact: Answered): Reading {
  if (!ordered.has(fact.type.kind)) return unfitting("An interval", fact);
  const first = from === null ? null : readLiteral(from, fact, undefined);
  const last = to === null ? null : readLiteral(to, fact, undefined);
  if (first !== null && "problem" in first) return first;
  if (last !== null && "problem" in last) return last;
  const whole = domainOf(fact.type, "value", false);
  const low = lowest(first?.parts.get("value") ?? whole) ?? LOWEST;
  const high = highest(last?.parts.get("value") ?? whole) ?? HIGHEST;
  return low <= high ? { parts: new Map([["value", between(low, high)]]) } : backwards(from, to);
}

function backwards(from: string | null, to: string | null): Reading {
  return refused("E0615", `\`${from}\` is above \`${to}\`.`, "Exchange the two, or correct one.");
}

/** Completed years on the anchor of the fact; the youngest is born on the last possible day. */
function readBirth(born: string, fact: Answered, dates: Case["dates"]): Reading {
  const { type } = fact;
  if (type.kind !== "age") return unfitting("A date of birth", fact);
  const days = daysOfDate(born);
  const at = epochDays(dates[type.at]);
  if (days === null || at === null)
    return refused("E0614", `\`${born}\` is not a date of birth.`, "Write it as `1951-07-23`, or `1951-07`.");
  return days.low > at ? bornLater(born, type.at) : { parts: ages(days.low, Math.min(days.high, at), at) };
}

function ages(firstDay: number, lastDay: number, at: number): Parts {
  return new Map([["value", between(completedYears(lastDay, at), completedYears(firstDay, at))]]);
}

function bornLater(born: string, anchor: Anchor): Reading {
  return refused("E0615", `\`${born}\` is after the ${anchor}.`, "Check the year.");
}

function withinDomain(parts: Parts, stated: StatedValue, fact: Answered): Reading {
  const allowed = (part: Part) => domainOf(fact.type, part, fact.orNone);
  if (holdsFor(parts, allowed)) return { parts };
  const kept = new Map([...parts].map(([part, values]) => [part, intersect(values, allowed(part))]));
  if (![...kept.values()].some(isEmpty)) return { parts: kept };
  const said = stated.kind === "text" ? `\`${stated.text}\`` : "This";
  return refused("E0618", `${said} is no value that \`${fact.name}\` can have.`, "Check the number.");
}

function holdsFor(parts: Parts, allowed: (part: Part) => ValueSet): boolean {
  for (const [part, values] of parts) if (!isSubset(values, allowed(part))) return false;
  return true;
}

function unfitting(what: string, fact: Answered): Reading {
  return refused("E0618", `${what} does not answer \`${fact.name}\`.`, "Write the value itself.");
}
