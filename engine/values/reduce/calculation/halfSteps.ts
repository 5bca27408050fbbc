import { HIGHEST, LOWEST, type Rational } from "../../../../dsl/index.ts";
import { between, type ValueSet } from "../../valueSet.ts";
import type { Interval } from "./interval.ts";

/** An exact interval in half steps of 10^-decimals: 2k is exactly k steps, 2k + 1 lies between k and k + 1. */
export function halfSteps({ low, high }: Interval, decimals: number): ValueSet {
  return between(low === null ? LOWEST : halfStep(low, decimals), high === null ? HIGHEST : halfStep(high, decimals));
}

/** An exact interval rounded to steps of 10^-decimals, halves away from zero: what a report would print. */
export function roundedSteps({ low, high }: Interval, decimals: number): ValueSet {
  return between(low === null ? LOWEST : rounded(low, decimals), high === null ? HIGHEST : rounded(high, decimals));
}

function rounded({ over, under }: Rational, decimals: number): number {
  const scaled = (over < 0n ? -over : over) * 10n ** BigInt(decimals);
  const steps = (2n * scaled + under) / (2n * under);
  return Math.max(LOWEST, Math.min(HIGHEST, Number(over < 0n ? -steps : steps)));
}

export function halfStep({ over, under }: Rational, decimals: number): number {
  const scaled = over * 10n ** BigInt(decimals);
  const rest = ((scaled % under) + under) % under;
  const steps = (scaled - rest) / under;
  return Math.max(LOWEST, Math.min(HIGHEST, Number(2n * steps + (rest === 0n ? 0n : 1n))));
}
