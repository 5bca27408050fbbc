import { type Fact, HIGHEST, LOWEST, NONE, type Range, trialResponses } from "../../dsl/index.ts";
import { isoDate, one, type StatedValue } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";

/** A value of a fact as a case file gives it: `yes`, `57 mmHg`, `2014-04-09`, `left knee`. */
export function written(value: number, { type }: Pick<Fact, "type">): StatedValue {
  const text = value === NONE ? "none" : valuesInWords(one(value), { type, part: "value" });
  return { kind: "text", text };
}

/** All values from one to another, either of which may be open; `null` where both are, or no type has such intervals. */
export function writtenInterval({ low, high }: Range, { type }: Pick<Fact, "type">): StatedValue | null {
  const isOrdered = ["number", "whole number", "date", "age"].includes(type.kind);
  const [from, to] = [low <= LOWEST ? null : low, high >= HIGHEST ? null : high];
  if (!isOrdered || (from === null && to === null)) return null;
  const said = (end: number | null): string | null =>
    end === null ? null : valuesInWords(one(end), { type, part: "value" });
  return { kind: "interval", from: said(from), to: said(to) };
}

/** `6 weeks`, `10 days` */
export const daysLong = (days: number): string =>
  days > 0 && days % 7 === 0 ? counted(days / 7, "week") : counted(days, "day");

export const monthsLong = (months: number): string => counted(months, "month");

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** What is known of a course of treatment, at least one thing; days since 1970-01-01. */
export interface Course {
  readonly response: number | null;
  readonly lasted: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

export function writtenCourse({ response, lasted, from, to }: Course): StatedValue {
  const day = (at: number | null): string | null => (at === null ? null : isoDate(at));
  if (response === null && lasted === null) return { kind: "interval", from: day(from), to: day(to) };
  const said = response === null ? null : (trialResponses[response] ?? null);
  return { kind: "trial", response: said, duration: lasted, from: day(from), to: day(to) };
}
