import { UcumLhcUtils } from "@lhncbc/ucum-lhc";
import { type Decimal, decimalNumber, decimalOf } from "./decimal.ts";
import type { Unit } from "./types.ts";

/** What authors write for common units, by their UCUM code (ucum.org). Any UCUM code is understood besides. */
const spellings: Readonly<Record<string, string>> = {
  day: "d",
  days: "d",
  week: "wk",
  weeks: "wk",
  month: "mo",
  months: "mo",
  year: "a",
  years: "a",
  hour: "h",
  hours: "h",
  minute: "min",
  minutes: "min",
  second: "s",
  seconds: "s",
  "%": "%",
  percent: "%",
  mmhg: "mm[Hg]",
  "mm hg": "mm[Hg]",
  "cm h2o": "cm[H2O]",
  cmh2o: "cm[H2O]",
  kpa: "kPa",
  degrees: "deg",
  degree: "deg",
  "°c": "Cel",
  "°f": "[degF]",
  "beats per minute": "/min",
  "breaths per minute": "/min",
  "per hour": "/h",
  "events per hour": "/h",
  "events/hour": "/h",
  "events/h": "/h",
  "per minute": "/min",
  bpm: "/min",
  "l/min": "L/min",
  "liters per minute": "L/min",
  "ml/min": "mL/min",
  "ml/min/1.73m2": "mL/min/{1.73_m2}",
  "kg/m2": "kg/m2",
  "kg/m²": "kg/m2",
  pounds: "[lb_av]",
  pound: "[lb_av]",
  lb: "[lb_av]",
  lbs: "[lb_av]",
  inches: "[in_i]",
  inch: "[in_i]",
  feet: "[ft_i]",
  foot: "[ft_i]",
  miles: "[mi_i]",
  mile: "[mi_i]",
  mme: "{MME}",
  "mg/dl": "mg/dL",
  "g/dl": "g/dL",
  "ng/ml": "ng/mL",
  "pg/ml": "pg/mL",
  "mmol/l": "mmol/L",
  "meq/l": "meq/L",
  ml: "mL",
  l: "L",
  liters: "L",
  liter: "L",
  iu: "[iU]",
  "iu/l": "[iU]/L",
  points: "{points}",
  point: "{points}",
};

/** The usual names as they are printed, for suggestions. */
export const unitWords: readonly string[] = (
  "days, weeks, months, years, hours, minutes, %, percent, mmHg, cm H2O, kPa, degrees, beats per minute, " +
  "breaths per minute, events per hour, L/min, mL/min, kg/m2, pounds, inches, MME, mg/dL, g/dL, ng/mL, pg/mL, " +
  "mmol/L, mEq/L, mL, IU/L, points"
).split(", ");

const known = new Map<string, Unit | null>();

/** The unit an author means by `word`; null when nobody knows it. */
export function readUnit(word: string): Unit | null {
  const text = word.trim().replaceAll(/\s+/g, " ");
  let unit = known.get(text);
  if (unit === undefined) {
    unit = findUnit(text);
    known.set(text, unit);
  }
  return unit;
}

function findUnit(word: string): Unit | null {
  const spelled = spellings[word.toLowerCase()];
  if (spelled !== undefined) return { word, ucum: spelled };
  if (word === "" || word.includes(" ") || /^\d/.test(word)) return null;
  return UcumLhcUtils.getInstance().validateUnitString(word).status === "valid" ? { word, ucum: word } : null;
}

/** Months and years have no fixed length: they are their own family (semantics.md, quantities of time). */
const calendarMonths: Readonly<Record<string, number>> = { mo: 1, a: 12 };

export function inMonths(unit: Unit): number | null {
  return calendarMonths[unit.ucum] ?? null;
}

/** Days in a unit of the fixed family; null for months, years and what is no time. */
export function inDays(unit: Unit): number | null {
  return unit.ucum === "d" ? 1 : unit.ucum === "wk" ? 7 : null;
}

export type Conversion = { readonly value: Decimal } | { readonly refused: "other kind" | "crosses the calendar" };

/** A threshold in the unit of the fact it is compared with. */
export function convert(value: Decimal, from: Unit, to: Unit): Conversion {
  if (from.ucum === to.ucum) return { value };
  const [fromMonths, toMonths] = [inMonths(from), inMonths(to)];
  if (fromMonths !== null && toMonths !== null)
    return { value: decimalOf((decimalNumber(value) * fromMonths) / toMonths) };
  const converted = UcumLhcUtils.getInstance().convertUnitTo(from.ucum, decimalNumber(value), to.ucum);
  if (converted.status !== "succeeded" || converted.toVal === null) return { refused: "other kind" };
  if (fromMonths !== null || toMonths !== null) return { refused: "crosses the calendar" };
  return { value: decimalOf(converted.toVal) };
}
