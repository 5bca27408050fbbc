import { interpret } from "../../engine/evaluate/index.ts";
import { type Figure, median } from "./harness/index.ts";
import { type BenchRule, benchCases, benchProgram, benchRules, criterionOf, knownOf } from "./rules/index.ts";

/*
 * The reference interpreter searches: this is how long that takes at worst. Criteria of at least 40 leaves, many times those
 * of written rules, about 15 facts that each is asked of in several ways, so that Kleene's tables alone settle little.
 */

const cases = 1_000;
const leaves = 40;
const bar = 100;

export function bench(): readonly Figure[] {
  const rules = entangledRules(cases / 10);
  const interpreter = interpret(benchProgram(rules));
  const samples = benchCases(cases).map((values, at) => {
    const known = knownOf(values);
    const started = performance.now();
    interpreter.answer(criterionOf(at % rules.length), known);
    return performance.now() - started;
  });
  const worst = Math.max(...samples);
  return [
    { name: "interpreter-40-leaves-median", value: median(samples), unit: "ms" },
    {
      name: "interpreter-40-leaves-worst",
      value: worst,
      unit: "ms",
      ratio: worst / bar,
      against: `the bar of ${bar} ms`,
    },
  ];
}

function entangledRules(count: number): readonly BenchRule[] {
  const parts = benchRules(6 * count).map(aboutFewFacts);
  return Array.from({ length: count }, (_, at) => {
    const operands: BenchRule[] = [];
    for (const part of parts.slice(6 * at, 6 * at + 6)) {
      if (leavesOf(operands) >= leaves) break;
      operands.push(part);
    }
    return { kind: at % 2 === 0 ? "all" : "any", operands };
  });
}

function leavesOf(rules: readonly BenchRule[]): number {
  return rules.reduce((sum, rule) => sum + (rule.kind === "test" ? 1 : leavesOf(partsOf(rule))), 0);
}

function partsOf(rule: Exclude<BenchRule, { kind: "test" }>): readonly BenchRule[] {
  return rule.kind === "not" ? [rule.operand] : rule.operands;
}

/** Facts kept of each kind; those of a kind repeat their values after three. */
const kept = 3;

function aboutFewFacts(rule: BenchRule): BenchRule {
  switch (rule.kind) {
    case "test": {
      const [kind = "", number = "0"] = rule.fact.split("_");
      return { ...rule, fact: `${kind}_${Number(number) % (kind === "sign" ? 2 * kept : kept)}` };
    }
    case "not":
      return { ...rule, operand: aboutFewFacts(rule.operand) };
    default:
      return { ...rule, operands: rule.operands.map(aboutFewFacts) };
  }
}
