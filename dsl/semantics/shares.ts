import { type Decimal, decimalNumber } from "./decimal.ts";
import type { Unit } from "./types.ts";

/** `88` for `0.88` of a fact in %, which hardly means 0.88 %; `null` for what is no share of a whole. */
export function shareInPercent(amount: Decimal, unit: Unit): string | null {
  const share = decimalNumber(amount);
  if (unit.ucum !== "%" || share < 0.0001 || share >= 1) return null;
  return Number((share * 100).toPrecision(12)).toString();
}
