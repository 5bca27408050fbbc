import type { GuidelineProgram } from "../../engine/ir/index.ts";

/**
 * Whether the quantities of a guideline are as independent as they are taken to be: no two read the same fact, and none is
 * reduced from a list or calculated. Then the interpreter decides all that its worlds decide; otherwise perhaps less.
 */
export function isExact({ quantities, reductions, calculations, comparisons }: GuidelineProgram): boolean {
  const made = new Set(comparisons.map(({ fact }) => fact.key));
  const stated = quantities
    .filter(({ fact, part }) => !made.has(fact) && part !== "documentation" && part !== "undocumented")
    .map(({ fact, part }) => (part === "response" ? `${fact}: ${part}` : fact));
  const facts = [...stated, ...comparisons.flatMap(({ left, right }) => [left.key, right.key])];
  return reductions.length + calculations.length === 0 && new Set(facts).size === facts.length;
}
