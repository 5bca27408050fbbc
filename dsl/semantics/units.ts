import { UcumLhcUtils } from "@lhncbc/ucum-lhc";
import { type Decimal, decimalNumber, decimalOf } from "./decimal.ts";
import { type Dimension, measureOf, sameDimension } from "./measures.ts";
import { decimalOfRational, rationalOf, rationals } from "./rational.ts";
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
  wks: "wk",
  mos: "mo",
  yr: "a",
  yrs: "a",
  hr: "h",
  hrs: "h",
  mins: "min",
  sec: "s",
  secs: "s",
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
  c: "Cel",
  f: "[degF]",
  degc: "Cel",
  degf: "[degF]",
  "degrees c": "Cel",
  "degrees f": "[degF]",
  "degrees celsius": "Cel",
  "degrees fahrenheit": "[degF]",
  "beats per minute": "/min",
  "breaths per minute": "/min",
  "per hour": "/h",
  "events per hour": "/h",
  "events/hour": "/h",
  "events/h": "/h",
  "per minute": "/min",
  bpm: "/min",
  "beats/min": "/min",
  "breaths/min": "/min",
  "l/min": "L/min",
  "liters per minute": "L/min",
  "ml/min": "mL/min",
  "ml/min/1.73m2": "mL/min/{1.73_m2}",
  "kg/m2": "kg/m2",
  pounds: "[lb_av]",
  pound: "[lb_av]",
  lb: "[lb_av]",
  lbs: "[lb_av]",
  inches: "[in_i]",
  inch: "[in_i]",
  ft: "[ft_i]",
  feet: "[ft_i]",
  foot: "[ft_i]",
  miles: "[mi_i]",
  mile: "[mi_i]",
  yd: "[yd_i]",
  yards: "[yd_i]",
  oz: "[oz_av]",
  ounces: "[oz_av]",
  mme: "{MME}",
  "pack-year": "{pack_years}",
  "pack-years": "{pack_years}",
  "pack year": "{pack_years}",
  "pack years": "{pack_years}",
  mets: "{METs}",
  met: "{METs}",
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
  "u/l": "U/L",
  "k/ul": "10*3/uL",
  "k/mcl": "10*3/uL",
  "10^3/ul": "10*3/uL",
  "cells/ul": "/uL",
  "cells/mcl": "/uL",
  "cells/mm3": "/mm3",
  mcg: "ug",
  "mcg/ml": "ug/mL",
  "mcg/dl": "ug/dL",
  "mcg/l": "ug/L",
  cc: "mL",
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

let tables: UcumLhcUtils | undefined;

/** `getInstance` counts all units at each call. */
function ucum(): UcumLhcUtils {
  tables ??= UcumLhcUtils.getInstance();
  return tables;
}

function findUnit(word: string): Unit | null {
  const typed = inPlainLetters(word);
  const spelled = Object.hasOwn(spellings, typed.toLowerCase()) ? spellings[typed.toLowerCase()] : undefined;
  if (spelled !== undefined) return { word, ucum: spelled };
  if (typed === "" || typed.includes(" ") || /^\d(?!0[*^])/.test(typed) || namesMachinery(typed)) return null;
  return ucum().validateUnitString(typed).status === "valid" ? { word, ucum: typed } : null;
}

/** The tables of the units library take `constructor` and the like for entries of theirs. */
function namesMachinery(typed: string): boolean {
  return typed.split(/[^a-z_]+/i).some((part) => part in Object.prototype);
}

/** `µg/m²` and `ug/m^2` as UCUM has it: `ug/m2`; the sign for micro is one of two characters. */
function inPlainLetters(word: string): string {
  return word
    .replaceAll(/[\u00b5\u03bc]/g, "u")
    .replaceAll("²", "2")
    .replaceAll("³", "3")
    .replaceAll(/([a-z])\^(?=[23]\b)/gi, "$1");
}

export type Refusal = "other kind" | "crosses the calendar" | "needs a molar mass";
export type Conversion = { readonly value: Decimal } | { readonly refused: Refusal };

/** A threshold in the unit of the fact it is compared with; exact, save in units that are no multiple of their base. */
export function convert(value: Decimal, from: Unit, to: Unit): Conversion {
  if (from.ucum === to.ucum) return { value };
  const [own, other] = [measureOf(from.ucum), measureOf(to.ucum)];
  if (!own || !other) return convertSpecial(value, from, to);
  if (!sameDimension(own.dimension, other.dimension)) return { refused: refusal(from, to) };
  return {
    value: decimalOfRational(rationals.over(rationals.times(rationalOf(value), own.factor), other.factor)),
  };
}

/** Degrees Celsius and Fahrenheit, pH: what is left of the conversion is rounded to twelve digits. */
function convertSpecial(value: Decimal, from: Unit, to: Unit): Conversion {
  const converted = ucum().convertUnitTo(from.ucum, decimalNumber(value), to.ucum);
  if (converted.status !== "succeeded" || converted.toVal === null) return { refused: "other kind" };
  return { value: decimalOf(converted.toVal) };
}

/** Why two units of different dimension do not convert. */
export function refusal(from: Unit, to: Unit): Refusal {
  const [own, other] = [measureOf(from.ucum)?.dimension ?? {}, measureOf(to.ucum)?.dimension ?? {}];
  const bases = [own, other];
  if (crosses(bases, "month", "time")) return "crosses the calendar";
  return crosses(bases, "moles", "mass") ? "needs a molar mass" : "other kind";
}

/** Whether one is counted in `a` where the other is in `b`, and all else is alike. */
function crosses([first = {}, second = {}]: readonly Dimension[], a: string, b: string): boolean {
  const merged = (dimension: Dimension): Dimension => {
    const { [a]: power = 0, [b]: other = 0, ...rest } = dimension;
    return { ...rest, ...(power + other === 0 ? {} : { [b]: power + other }) };
  };
  return sameDimension(merged(first), merged(second));
}
