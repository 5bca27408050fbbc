import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { readDuration } from "./anchors.ts";
import { isWholeSteps } from "./decimal.ts";
import { type LiteralType, type Literal, readLiteral, splitAmount } from "./literals.ts";
import { nameKey } from "./names.ts";
import { stepsOf } from "./operators.ts";
import { HIGHEST, NONE } from "./scaled.ts";
import { readSite } from "./sites/index.ts";
import { closest } from "./suggest.ts";
import { readTrialDates, splitTrialDates } from "./trialDates.ts";
import { type FactType, trialResponses } from "./types.ts";
import { readUnit } from "./units.ts";
import type { ReadValue, ValuePart } from "./valueParts.ts";

/** Reads what a case says of a fact: `yes`, `57 mmHg`, `4+/5`, `2014-04`, `62 years`, `M50.12`, `failed after 6 weeks`. */
export function readValue(
  text: string,
  type: FactType,
  orNone = false,
  span: Span = { start: 0, end: text.length },
): ReadValue {
  if (orNone && nameKey(text) === "none") return exactly(NONE);
  switch (type.kind) {
    case "yes or no":
      return readYesOrNo(text, span);
    case "one of":
      return literal(text, { kind: "choice", options: type.options, what: "this fact" }, 0, span);
    case "scale":
      return literal(text, { kind: "choice", options: type.grades, what: `the scale \`${type.scale}\`` }, 0, span);
    case "date":
      return literal(text, { kind: "date" }, 0, span);
    case "number":
    case "calculated":
      return literal(text, { kind: "number", unit: type.unit, decimals: type.decimals }, type.decimals, span);
    case "whole number":
      return literal(text, { kind: "number", unit: null, decimals: 0 }, 0, span);
    case "age":
      return readAge(text, span);
    case "code":
      return literal(text, { kind: "code", system: type.system }, 0, span);
    case "body site": {
      const read = readSite(text, type.regions, span);
      return "wrong" in read ? { problem: read.wrong } : { parts: [{ part: "value", ranges: read.ranges }] };
    }
    case "treatment trial":
      return readTrialValue(text, span);
  }
}

/** In completed years: 18 months are 1. */
function readAge(text: string, span: Span): ReadValue {
  const said = /\d$/.test(text.trim()) ? `${text} years` : text;
  const read = literal(said, { kind: "number", unit: { word: "years", ucum: "a" }, decimals: 0 }, 0, span);
  const completed = "parts" in read ? read.parts[0]?.ranges[0]?.low : undefined;
  return completed === undefined ? read : exactly(completed);
}

const exactly = (value: number): ReadValue => ({ parts: [{ part: "value", ranges: [{ low: value, high: value }] }] });

/** What people write for yes, no and silence. */
const plainAnswers: ReadonlyMap<string, readonly string[]> = new Map([
  ["true", ["yes"]],
  ["y", ["yes"]],
  ["1", ["yes"]],
  ["present", ["yes"]],
  ["positive", ["yes"]],
  ["false", ["no"]],
  ["n", ["no"]],
  ["0", ["no"]],
  ["absent", ["no"]],
  ["negative", ["no"]],
  ["unknown", ["not documented"]],
  ["not stated", ["not documented"]],
  ["not known", ["not documented"]],
  ["none", ["no", "not documented"]],
]);

function readYesOrNo(text: string, span: Span): ReadValue {
  const key = nameKey(text);
  if (key === "yes" || key === "no") return exactly(key === "yes" ? 1 : 0);
  return {
    problem: problem("E0407", span, `\`${text}\` is neither \`yes\` nor \`no\`.`, {
      hint: "Write `yes` or `no`. A fact that the record is silent about is `not documented`, never `no`.",
      fixes: (plainAnswers.get(key) ?? []).map((answer) => replace(`Write ${answer}`, span, answer)),
    }),
  };
}

function literal(text: string, type: LiteralType, decimals: number, span: Span): ReadValue {
  const read = readLiteral(text, type, span);
  if ("wrong" in read) return { problem: read.wrong };
  const { floorLow, ceilLow, floorHigh, ceilHigh } = stepsOf(read.literal, decimals);
  const fine = tooPrecise(read.literal, decimals);
  if (fine && inAnotherUnit(text, type))
    return { parts: [{ part: "value", ranges: [{ low: floorLow, high: ceilHigh }] }] };
  if (fine)
    return {
      problem: problem("E0409", span, `\`${text}\` has more digits than the fact is recorded to.`, {
        hint: `The fact is recorded ${decimals === 0 ? "in whole numbers" : `to 0.${"0".repeat(decimals - 1)}1`}. Round the value, or have the fact recorded more finely: \`${finer(type, decimals)}\`.`,
      }),
    };
  return { parts: [{ part: "value", ranges: [{ low: ceilLow, high: floorHigh }] }] };
}

/** `number in mmHg, to 0.1` for what is recorded in whole mmHg. */
function finer(type: LiteralType, decimals: number): string {
  const unit = type.kind === "number" && type.unit !== null ? ` in ${type.unit.word}` : "";
  return `number${unit}, to 0.${"0".repeat(decimals)}1`;
}

/** What was measured in another unit falls between two steps of the fact, and may be either: 150 lb are 68.0 or 68.1 kg. */
function inAnotherUnit(text: string, type: LiteralType): boolean {
  if (type.kind !== "number" || type.unit === null) return false;
  const stated = readUnit(splitAmount(text)?.unit ?? "");
  return stated !== null && stated.ucum !== type.unit.ucum;
}

const tooPrecise = ({ low, high }: Literal, decimals: number): boolean =>
  !isWholeSteps(low, decimals) || !isWholeSteps(high, decimals);

/** `failed`, `failed after 6 weeks`, `lasted 6 weeks`, `not tried`, `failed from 2024-01-01 to 2024-02-12` */
function readTrialValue(text: string, span: Span): ReadValue {
  const { said, dates } = splitTrialDates(text);
  const days = readTrialDates(dates, span);
  if ("problem" in days) return days;
  const match = /^(.*?)(?:,?\s*(?:after|lasted(?: for)?|for)\s+(.+))?$/i.exec(
    readLength(said) ? `lasted ${said}` : said,
  );
  const response = (match?.[1] ?? "").trim();
  const index = trialResponses.findIndex((known) => nameKey(known) === nameKey(response));
  if (response !== "" && index < 0) {
    return { problem: noResponse(response, span) };
  }
  const parts: ValuePart[] = index < 0 ? [] : [{ part: "response", ranges: [{ low: index, high: index }] }];
  const length = match?.[2];
  if (length === undefined) return { parts: [...parts, ...days.parts] };
  const duration = readLength(length);
  if (!duration)
    return {
      problem: problem("E0401", span, `\`${length}\` is not a length of time.`, {
        hint: "Write `6 weeks`, `42 days` or `2 months`, also with `at least` or `at most`.",
      }),
    };
  return { parts: [...parts, duration, ...days.parts] };
}

function noResponse(response: string, span: Span): Problem {
  const near = /^no$/i.test(response) ? "not tried" : closest(response, trialResponses);
  const said = trialResponses.map((known) => `\`${known}\``).join(", ");
  return problem("E0407", span, `\`${response}\` is not how a treatment trial ends.`, {
    hint: `${near ? `Did you mean \`${near}\`? ` : ""}It can have ${said}, and a length: \`failed after 6 weeks\`. Of one that goes on only the length is known: \`lasted 6 weeks\`.`,
    fixes: near ? [replace(`Write ${near}`, span, near)] : [],
  });
}

/** `6 weeks`, `at least 6 weeks`, `at most 2 months` */
function readLength(text: string): ValuePart | null {
  const [, bound, length = text] = /^(at least|at most)\s+(.+)$/i.exec(text) ?? [];
  const duration = readDuration(length);
  if (!duration) return null;
  const { part, ranges } = durationPart(duration);
  const [value = 0] = ranges.map(({ low }) => low);
  if (bound === undefined) return { part, ranges };
  return { part, ranges: [/least/i.test(bound) ? { low: value, high: HIGHEST } : { low: 0, high: value }] };
}

function durationPart({ amount, unit }: { amount: number; unit: "days" | "weeks" | "months" | "years" }): ValuePart {
  const calendar = unit === "months" || unit === "years";
  const value = amount * (unit === "weeks" ? 7 : unit === "years" ? 12 : 1);
  return { part: calendar ? "duration in months" : "duration in days", ranges: [{ low: value, high: value }] };
}
