import type { Beginning } from "./environment.ts";
import { splitAmount } from "./literals.ts";
import { decimalNumber } from "./decimal.ts";
import type { Test } from "./model.ts";
import { wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import type { Word } from "../syntax/index.ts";
import type { Reading } from "./reading.ts";
import type { Anchor, TimeUnit } from "./types.ts";
import { readUnit } from "./units.ts";

export const anchors: readonly Anchor[] = ["request date", "service date"];

type NearAnchor = Extract<Test, { kind: "date near anchor" }>;
type Window = (amount: number) => Pick<NearAnchor, "from" | "to">;

interface Relation {
  readonly pattern: string;
  readonly window: Window;
  readonly inDays?: true;
}

/** A date of the case against an anchor; windows are closed. `inDays`: only a length in days or weeks says it exactly. */
const relations: readonly Relation[] = [
  { pattern: "before {anchor}", window: () => ({ from: null, to: -1 }) },
  { pattern: "after {anchor}", window: () => ({ from: 1, to: null }) },
  { pattern: "on {anchor}", window: () => ({ from: 0, to: 0 }) },
  { pattern: "on or before {anchor}", window: () => ({ from: null, to: 0 }) },
  { pattern: "on or after {anchor}", window: () => ({ from: 0, to: null }) },
  { pattern: "within {a} before {anchor}", window: (amount) => ({ from: -amount, to: 0 }) },
  { pattern: "within {a} after {anchor}", window: (amount) => ({ from: 0, to: amount }) },
  { pattern: "at least {a} before {anchor}", window: (amount) => ({ from: null, to: -amount }) },
  { pattern: "at least {a} after {anchor}", window: (amount) => ({ from: amount, to: null }) },
  { pattern: "more than {a} before {anchor}", window: (amount) => ({ from: null, to: -amount - 1 }), inDays: true },
  { pattern: "more than {a} after {anchor}", window: (amount) => ({ from: amount + 1, to: null }), inDays: true },
  { pattern: "less than {a} before {anchor}", window: (amount) => ({ from: 1 - amount, to: 0 }), inDays: true },
  { pattern: "less than {a} after {anchor}", window: (amount) => ({ from: 0, to: amount - 1 }), inDays: true },
];

/** How a date may stand to an anchor; `{a}` is a length of time. */
export const relationPatterns: readonly string[] = anchors.flatMap((anchor) =>
  relations.map(({ pattern }) => pattern.replace("{anchor}", anchor)),
);

/** `onset date within 6 months before request date`, `injection date is before service date` */
export function anchorReadings({ named, nameSpan, rest }: Beginning): readonly Reading[] {
  const words = withoutThe(/^(is|was)$/i.test(rest[0]?.text ?? "") ? rest.slice(1) : rest);
  return anchors.flatMap((anchor) =>
    relations.flatMap(({ pattern, window, inDays }) =>
      match(pattern.replace("{anchor}", anchor), words).flatMap(([amount]) => {
        const said = amount ? readDuration(wordsText(amount)) : { amount: 0, unit: "days" as const };
        const duration = said && inDays ? asDays(said) : said;
        if (!duration) return [];
        const meaning: NearAnchor = {
          kind: "date near anchor",
          fact: named.key,
          anchor,
          unit: duration.unit,
          ...window(duration.amount),
        };
        return [{ named, nameSpan, operator: pattern, meaning, problems: [] }];
      }),
    ),
  );
}

/** `before the request date` is `before request date`. */
function withoutThe(words: readonly Word[]): readonly Word[] {
  return words.filter(({ text }, at) => !(text.toLowerCase() === "the" && at === words.length - 3));
}

/** Null for months and years, whose days only the calendar knows. */
function asDays({ amount, unit }: Duration): Duration | null {
  if (unit === "days") return { amount, unit };
  return unit === "weeks" ? { amount: amount * 7, unit: "days" } : null;
}

/** A stretch of time around a date, and the words that say it. */
export interface DatedWindow {
  readonly operator: string;
  readonly unit: TimeUnit;
  readonly from: number | null;
  readonly to: number | null;
}

/** `at least 6 weeks after`, `within 30 days before`: what stands before a date that another is held against. */
export function windowsIn(words: readonly Word[]): readonly DatedWindow[] {
  return relations.flatMap(({ pattern, window, inDays }) =>
    match(pattern.replace(" {anchor}", ""), words).flatMap(([amount]) => {
      const said = amount ? readDuration(wordsText(amount)) : { amount: 0, unit: "days" as const };
      const duration = said && inDays ? asDays(said) : said;
      return duration ? [{ operator: pattern, unit: duration.unit, ...window(duration.amount) }] : [];
    }),
  );
}

interface Duration {
  readonly amount: number;
  readonly unit: TimeUnit;
}

const timeUnits: Readonly<Record<string, TimeUnit>> = { d: "days", wk: "weeks", mo: "months", a: "years" };

/** `6 months`, `thirty days` is not one: whole numbers of days, weeks, months or years. */
export function readDuration(text: string): Duration | null {
  const said = splitAmount(text);
  const unit = said ? timeUnits[readUnit(said.unit)?.ucum ?? ""] : undefined;
  if (!said || !unit) return null;
  const amount = decimalNumber(said.amount);
  return Number.isInteger(amount) && amount > 0 ? { amount, unit } : null;
}
