import { problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import { type Days, readDate } from "./calendar.ts";
import type { ReadValue } from "./valueParts.ts";

interface TrialDates {
  readonly from: string | null;
  readonly to: string | null;
}

const fromTo = /,?\s*\bfrom (\S+?)(?:,? (?:to|until|through) (\S+))?$/i;
const untilOnly = /,?\s*\b(?:until|through) (\S+)$/i;

/** The dates at the end of what is said of a trial: `failed from 2024-01-01 to 2024-02-12`, `failed after 6 weeks, from 2024-01`. */
export function splitTrialDates(text: string): { readonly said: string; readonly dates: TrialDates } {
  const whole = text.trim().replaceAll(/\s+/g, " ");
  const stretch = fromTo.exec(whole);
  const end = stretch ? null : untilOnly.exec(whole);
  return {
    said: whole.replace(stretch ? fromTo : untilOnly, "").trim(),
    dates: { from: stretch?.[1] ?? null, to: stretch?.[2] ?? end?.[1] ?? null },
  };
}

/** First and last day of a trial as parts of its value; a day that is none, or a trial that ends before it begins, is a problem. */
export function readTrialDates({ from, to }: TrialDates, span: Span): ReadValue {
  const [first, last] = [from, to].map((date) => (date === null ? null : readDate(date)));
  if ((from !== null && !first) || (to !== null && !last))
    return {
      problem: problem("E0405", span, `\`${first || from === null ? to : from}\` is not a date.`, {
        hint: "Write when the trial began and ended: `failed from 2024-01-01 to 2024-02-12`, or `from 2024-01` where less is known.",
      }),
    };
  if (first && last && last.last < first.first)
    return {
      problem: problem("E0405", span, `This trial ends on \`${to}\`, before it begins on \`${from}\`.`, {
        hint: "Exchange the two, or correct one.",
      }),
    };
  return { parts: [...dayPart("first day", first), ...dayPart("last day", last)] };
}

function dayPart(
  part: "first day" | "last day",
  days: Days | null | undefined,
): Extract<ReadValue, { parts: unknown }>["parts"] {
  return days ? [{ part, ranges: [{ low: days.first, high: days.last }] }] : [];
}
