import { type Measure, measureOf, plain } from "../measures.ts";
import { rationals } from "../rational.ts";
import type { FactType, Unit } from "../types.ts";

/** What a part of a calculation measures. `bare`: it never had a unit, so that it takes any. */
export interface Sized {
  readonly measure: Measure;
  readonly bare: boolean;
  /** The unit as an author knows it; `null` for a bare number. */
  readonly word: string | null;
}

/** The size of a fact's values; `null` for types that are no numbers. */
export function sizeOf(type: FactType): Sized | null {
  switch (type.kind) {
    case "number":
    case "calculated":
      return type.unit ? measureOfUnit(type.unit) : { measure: plain, bare: true, word: null };
    case "whole number":
      return { measure: plain, bare: true, word: null };
    case "age":
      return measureOfUnit({ word: "years", ucum: "a" });
    default:
      return null;
  }
}

/** Degrees Celsius and the like measure only what is said in the same unit. */
export function measureOfUnit({ ucum, word }: Unit): Sized {
  const measure = measureOf(ucum) ?? { factor: rationals.one, dimension: { [ucum]: 1 } };
  return { measure, bare: false, word };
}
