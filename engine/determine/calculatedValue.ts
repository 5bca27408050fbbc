import {
  type Calculation,
  type FactType,
  HIGHEST,
  LOWEST,
  nameKey,
  NONE,
  type Range,
  readTableValue,
  type TableValue,
} from "../../dsl/index.ts";
import { valuesInWords } from "../words/index.ts";
import { evidenceFor, type Scene } from "./scene.ts";

/**
 * What a calculated number is said to come to and what it comes to, rounded to its precision, in the same words; `null`
 * when there is none of that name.
 */
export function calculatedValueAgainst(
  of: Scene,
  name: string,
  said: string,
): { readonly expected: string; readonly actual: string } | null {
  const calculation = of.calculated.get(nameKey(name))?.calculation;
  if (calculation === undefined) return null;
  const read = readTableValue(said, calculation.type);
  const value = "value" in read ? read.value : null;
  const { reason, rounded = [] } = evidenceFor(of, calculation.key);
  const open = rounded.some(isEndless) || (value === "not documented" && reason !== null);
  return {
    expected: value === null ? said : expectedInWords(value, calculation),
    actual: open ? "not documented" : inWords(rounded, calculation),
  };
}

const isEndless = ({ low, high }: Range): boolean => low === LOWEST || high === HIGHEST;

function expectedInWords(value: TableValue, calculation: Calculation): string {
  if (value === "not documented") return value;
  return inWords(value === "no value" ? [{ low: NONE, high: NONE }] : [value], calculation);
}

/** `31.5 kg/m2`, `from 31 to 33 kg/m2`, `none` */
function inWords(values: readonly Range[], { type }: Calculation): string {
  const number: FactType = { kind: "number", unit: type.unit, decimals: type.decimals };
  return valuesInWords(values, { type: number, part: "value" });
}
