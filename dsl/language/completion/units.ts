import { readUnit, type Unit } from "../../semantics/index.ts";
import type { Proposal } from "./completion.ts";

/** Units of one family: days and weeks convert, months and years convert, the two pairs do not. */
const families: readonly (readonly string[])[] = [
  ["days", "weeks"],
  ["months", "years"],
];

/** The fact's own unit first, then those it is also commonly said in. */
export function unitsLike(unit: Unit | null): readonly Unit[] {
  if (!unit) return [];
  const family = families.flatMap((words) => {
    const units = words.map(readUnit).filter((each) => each !== null);
    return units.some(({ ucum }) => ucum === unit.ucum) ? units : [];
  });
  return [unit, ...family.filter(({ ucum }) => ucum !== unit.ucum)];
}

/** The units clinical guidelines use most; any UCUM code may be written besides. */
const common = [
  "days",
  "weeks",
  "months",
  "years",
  "hours",
  "minutes",
  "%",
  "mmHg",
  "cm H2O",
  "degrees",
  "m",
  "cm",
  "mm",
  "kg",
  "g",
  "kg/m2",
  "mg",
  "mg/dL",
  "g/dL",
  "ng/mL",
  "mmol/L",
  "mL",
  "mL/min",
  "L/min",
  "beats per minute",
  "/min",
  "Cel",
  "T",
  "events per hour",
  "points",
  "MME",
];

export function commonUnits(): readonly Proposal[] {
  return common.flatMap((word) => {
    const unit = readUnit(word);
    return unit ? [{ label: word, kind: "unit", detail: `UCUM ${unit.ucum}` } as const] : [];
  });
}
