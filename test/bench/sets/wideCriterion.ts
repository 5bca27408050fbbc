import { type Chance, seeded } from "../rules/index.ts";

/** A guideline of one recommendation with so many tests of as many facts, and its next version: one test is another. */
export function wideCriterion(leaves: number, seed: number): readonly [before: string, now: string] {
  const chance = seeded(seed);
  const facts = Array.from({ length: leaves }, (_, at) =>
    at % 3 === 0 ? `fact level ${at}: whole number` : `fact sign ${at}: yes or no`,
  );
  const tests = facts.map((_, at) => (at % 3 === 0 ? `level ${at} at least ${5 + chance(5)}` : `sign ${at}`));
  const edited = 3 * chance(Math.floor(leaves / 3));
  const others = tests.map((test, at) => (at === edited ? `level ${at} at least 12` : test));
  const shape = seeded(seed);
  const [one, other] = [joined(tests, shape, "AND"), joined(others, seeded(seed), "AND")];
  const text = (criterion: string): string =>
    `guideline "Wide"\n\n${facts.join("\n")}\n\nservice imaging\n  MRI    CPT 72141\n\nimaging if ${criterion}\n`;
  return [text(one), text(other)];
}

/** Groups of two to four, joined by AND and OR in turn. */
function joined(parts: readonly string[], chance: Chance, by: "AND" | "OR"): string {
  if (parts.length === 1) return parts[0] ?? "";
  const count = Math.min(parts.length, 2 + chance(3));
  const size = Math.ceil(parts.length / count);
  const groups = Array.from({ length: count }, (_, at) => parts.slice(at * size, (at + 1) * size)).filter(
    (group) => group.length > 0,
  );
  const next = by === "AND" ? "OR" : "AND";
  return groups
    .map((group) => (group.length === 1 ? joined(group, chance, next) : `(${joined(group, chance, next)})`))
    .join(` ${by} `);
}
