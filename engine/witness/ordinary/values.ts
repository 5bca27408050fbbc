import { type Fact, type FactType, HIGHEST, LOWEST, NONE } from "../../../dsl/index.ts";
import { domainOf, holds, one, subtract, type ValueSet } from "../../values/index.ts";
import { ordinaryCodes } from "./codes.ts";
import { ordinaryDays } from "./days.ts";
import { ordinaryNumbers, type Usual } from "./numbers.ts";

/** Values to try, the most ordinary first. */
export interface Choice {
  readonly values: readonly number[];
  /** Whether these are all that the set holds. */
  readonly exhaustive: boolean;
}

/** Sets of so few values are listed in full. */
const few = 64;

/** The values of a set that a record would most likely hold; `none` last. `request`: the request date. */
export function ordinaryValues({ type, name }: Pick<Fact, "type" | "name">, set: ValueSet, request: number): Choice {
  const values = subtract(set, one(NONE));
  const preferred = valuesOf(type, values, { request, name });
  const all = listed(values);
  const none = holds(set, NONE) ? [NONE] : [];
  const chosen = [...new Set([...preferred, ...(all ?? []), ...none])];
  return { values: chosen, exhaustive: all !== null };
}

function valuesOf(
  type: FactType,
  set: ValueSet,
  { request, name }: { readonly request: number; readonly name: string },
): readonly number[] {
  switch (type.kind) {
    case "age":
    case "whole number":
    case "number":
    case "calculated":
      return ordinaryNumbers(set, usualOf(type, name));
    case "date":
      return ordinaryDays(set, request);
    case "scale":
      return fromTheMiddle(set, type.grades.length);
    case "code":
      return ordinaryCodes(set, type);
    case "body site":
      return sites(set);
    case "yes or no":
    case "one of":
    case "treatment trial":
      return [];
  }
}

/** Grades inside a scale before its ends, near the limit of the set. */
function fromTheMiddle(set: ValueSet, grades: number): readonly number[] {
  const inside = (listed(set) ?? []).filter((grade) => grade > 0 && grade < grades - 1);
  return holds(set, 0) ? inside.toReversed() : inside;
}

/** Of each region and side in turn, of each stretch of levels first what lies in its middle. */
function sites(set: ValueSet): readonly number[] {
  const each = set.map((range) => {
    const all = listed([range]) ?? [];
    const middle = Math.floor(all.length / 2);
    return [...all.slice(middle), ...all.slice(0, middle)];
  });
  const longest = Math.max(0, ...each.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => each.flatMap((values) => values[turn] ?? [])).flat();
}

/** The values one by one; `null` for too many. */
function listed(set: ValueSet): readonly number[] | null {
  const size = set.reduce((sum, { low, high }) => sum + high - low + 1, 0);
  if (size > few) return null;
  return set.flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, index) => low + index));
}

type Counted = FactType & { readonly kind: "age" | "whole number" | "number" | "calculated" };

function usualOf(type: Counted, name: string): Usual {
  const [range] = domainOf(type, "value", false);
  const domain = range ?? { low: LOWEST, high: HIGHEST };
  if (type.kind === "age") return { whole: 1, typical: 45, domain };
  if (type.kind === "whole number") return { whole: 1, typical: 2, domain };
  const whole = 10 ** type.decimals;
  return { whole, typical: Math.round(typicalOf(name, type.unit?.ucum ?? "") * whole), domain };
}

/** About what is measured of an adult in a unit, by its UCUM code. */
const typicals: Readonly<Record<string, number>> = {
  kg: 80,
  g: 250,
  "[lb_av]": 180,
  cm: 170,
  m: 1.7,
  mm: 5,
  "[in_i]": 67,
  "mm[Hg]": 90,
  "%": 50,
  "/min": 75,
  Cel: 37,
  "[degF]": 98.6,
  "kg/m2": 27,
  "mg/dL": 100,
  "g/dL": 13,
  "mmol/L": 5,
  h: 8,
  min: 30,
  d: 10,
  wk: 6,
  mo: 3,
  a: 10,
};

/** What a unit alone does not tell. */
const named: readonly (readonly [RegExp, number])[] = [
  [/saturation/i, 92],
  [/ejection fraction/i, 55],
  [/systolic/i, 125],
];

const typicalOf = (name: string, ucum: string): number =>
  named.find(([words]) => words.test(name))?.[1] ?? typicals[ucum] ?? 10;
