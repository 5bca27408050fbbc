import { type Chance, seeded } from "./chance.ts";

/** A fact as all implementations see it: an identifier, and values counted from 0. */
export interface BenchFact {
  readonly name: string;
  readonly kind: "yes or no" | "one of" | "whole number" | "scale";
  /** The highest value of an option or grade; of whole numbers, the highest that cases give. */
  readonly highest: number;
}

/** 60 facts: 24 yes or no, 12 of three to five options, 14 whole numbers, 10 scales of six grades. */
export const benchFacts: readonly BenchFact[] = [
  ...named(24, "sign", "yes or no", () => 1),
  ...named(12, "kind", "one of", (number) => 2 + (number % 3)),
  ...named(14, "weeks", "whole number", () => 90),
  ...named(10, "grade", "scale", () => 5),
];

function named(
  count: number,
  name: string,
  kind: BenchFact["kind"],
  highest: (number: number) => number,
): readonly BenchFact[] {
  return Array.from({ length: count }, (_, number) => ({ name: `${name}_${number}`, kind, highest: highest(number) }));
}

/** A case as an engineer holds it: values by fact; `undefined` is not documented. */
export type BenchCase = Readonly<Record<string, number | undefined>>;

/** The same cases in every run; 30 % of the facts are not documented in each. All have their fields in one order. */
export function benchCases(count: number, seed = 0): readonly BenchCase[] {
  const chance = seeded(seed);
  return Array.from({ length: count }, () =>
    Object.fromEntries(benchFacts.map(({ name, highest }) => [name, valueOf(highest, chance)])),
  );
}

function valueOf(highest: number, chance: Chance): number | undefined {
  const value = chance(highest + 1);
  return chance(10) < 3 ? undefined : value;
}
