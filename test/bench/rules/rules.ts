import { type Chance, oneOf, seeded, some } from "./chance.ts";
import { type BenchFact, benchFacts } from "./facts.ts";

/** What a leaf asks: whether the value is among `values`, at least the first of them, or at most it. */
export interface BenchTest {
  readonly kind: "test";
  readonly fact: string;
  readonly asks: "is one of" | "at least" | "at most";
  readonly values: readonly [number, ...number[]];
}

export type BenchRule =
  | BenchTest
  | { readonly kind: "not"; readonly operand: BenchRule }
  | { readonly kind: "all" | "any"; readonly operands: readonly BenchRule[] }
  | { readonly kind: "at least"; readonly count: number; readonly operands: readonly BenchRule[] };

/**
 * 200 rules of 8 to 16 leaves. No rule tests a fact twice, so that Kleene's tables with counting decide each as completions
 * do, and everybody's answers can be compared.
 */
export function benchRules(count = 200): readonly BenchRule[] {
  const chance = seeded(7);
  return Array.from({ length: count }, () => {
    const tests = some(chance, benchFacts, 8 + chance(9)).map((fact) => testOf(fact, chance));
    return combined(tests, chance, oneOf(chance, ["all", "any"]));
  });
}

function testOf({ name, kind, highest }: BenchFact, chance: Chance): BenchTest {
  const test = { kind: "test", fact: name } as const;
  switch (kind) {
    case "yes or no":
      return { ...test, asks: "is one of", values: [chance(4) === 0 ? 0 : 1] };
    case "one of": {
      const first = chance(highest + 1);
      const other = chance(highest + 1);
      return { ...test, asks: "is one of", values: first === other ? [first] : [first, other] };
    }
    case "whole number":
      return { ...test, asks: oneOf(chance, ["at least", "at most"]), values: [6 * (1 + chance(14))] };
    case "scale":
      return { ...test, asks: oneOf(chance, ["at least", "at most"]), values: [1 + chance(highest - 1)] };
  }
}

/** The tests in groups of two to five, groups again grouped; connectives alternate as people write them. */
function combined(parts: readonly BenchRule[], chance: Chance, outer: "all" | "any"): BenchRule {
  const inner = outer === "all" ? "any" : "all";
  if (parts.length <= 4) return { kind: outer, operands: parts };
  const groups = 2 + chance(3);
  const size = Math.ceil(parts.length / groups);
  const operands = Array.from({ length: groups }, (_, at) => parts.slice(at * size, (at + 1) * size))
    .filter((group) => group.length > 0)
    .map((group) => grouped(group, chance, inner));
  return { kind: outer, operands };
}

function grouped(parts: readonly BenchRule[], chance: Chance, kind: "all" | "any"): BenchRule {
  const [only, another] = parts;
  if (only !== undefined && another === undefined) return chance(4) === 0 ? { kind: "not", operand: only } : only;
  const among = chance(10);
  if (among < 3 && parts.length > 2) return { kind: "at least", count: 2 + chance(parts.length - 2), operands: parts };
  if (among < 5) return { kind: "not", operand: combined(parts, chance, kind) };
  return combined(parts, chance, kind);
}
