import type { Arithmetic, Calculation } from "../model.ts";
import { nameKey } from "../names.ts";

/**
 * What a phrase calculates from several facts, without a declaration of its own. `=` begins its key, as it begins no name;
 * equal names are one quantity.
 */
export function calculationOf(name: string, type: Calculation["type"], value: Arithmetic): Calculation {
  return {
    name,
    key: `= ${nameKey(name)}`,
    type,
    value,
    text: name,
    list: null,
    declared: false,
    wording: null,
    citation: null,
    notes: [],
    span: { start: 0, end: 0 },
  };
}
