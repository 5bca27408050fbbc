import { allBut, HIGHEST, LOWEST, NONE, type Range } from "../scaled.ts";
import type { CodeSystem } from "../types.ts";
import { beginningThatEndsAt, codeDomain, codeOfNumber } from "./space.ts";

/**
 * A set of codes as an author would list it: `M54.16`, `M54.1*`, `M50.1 to M50.13`, `any code but M54.16`,
 * `M54.1* but M54.16`. The same set always reads the same.
 */
export function codesInWords(system: CodeSystem, ranges: readonly Range[]): readonly string[] {
  const { low, high } = codeDomain(system);
  const codes = ranges.filter((range) => range.low !== NONE && range.low <= range.high);
  if (!codes.some((range) => range.low <= low || range.high >= high)) return stretches(system, codes);
  const others = allBut(codes)
    .map((range) => ({ low: Math.max(low, range.low), high: Math.min(high, range.high) }))
    .filter((range) => range.low <= range.high);
  return others.length === 0 ? ["any code"] : [`any code but ${stretches(system, others).join(", ")}`];
}

/** Where something is cut out of the middle, what it is cut out of is one stretch: its ends are codes, the cut is not. */
function stretches(system: CodeSystem, ranges: readonly Range[]): readonly string[] {
  const groups: Range[][] = [];
  for (const range of ranges) {
    const before = groups.at(-1);
    if (before && codeOfNumber(system, range.low) === null) before.push(range);
    else groups.push([range]);
  }
  return groups.map((group) => groupInWords(system, group));
}

function groupInWords(system: CodeSystem, group: readonly Range[]): string {
  const whole = { low: group[0]?.low ?? LOWEST, high: group.at(-1)?.high ?? HIGHEST };
  const holes = allBut(group).filter(({ low, high }) => low > whole.low && high < whole.high);
  const cut = holes.map((hole) => rangeInWords(system, hole)).join(", ");
  return holes.length === 0 ? rangeInWords(system, whole) : `${rangeInWords(system, whole)} but ${cut}`;
}

function rangeInWords(system: CodeSystem, { low, high }: Range): string {
  const first = codeOfNumber(system, low) ?? String(low);
  if (low === high) return first;
  const end = beginningThatEndsAt(system, high) ?? codeOfNumber(system, high) ?? String(high);
  return first === end ? `${first}*` : `${first} to ${end}`;
}
