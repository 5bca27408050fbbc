import { expect } from "vitest";
import type { CompiledGuideline, Evaluator, Known } from "../../engine/evaluate/index.ts";
import type { NeededValues, QuantityStep, QuantityWay } from "../../engine/logic/index.ts";
import { narrowed } from "./cases.ts";

/** Fills in every way and finds its outcome; then drops each step, or asks for one quantity fewer, and finds it open. */
export function checkWays(guideline: CompiledGuideline, oracle: Evaluator, known: Known): void {
  const judge = oracle.compile(guideline.program).value;
  const outcomesWith = (needed: readonly NeededValues[]) =>
    judge?.outcomes(
      "imaging",
      needed.reduce((case_, each) => narrowed(case_, each.quantity, each.values), known),
    );
  const ways = guideline.ways("imaging", known);
  const possible = guideline.outcomes("imaging", known);
  expect(ways.length).toBeLessThanOrEqual(10);
  expect(new Set(ways.map(({ towards }) => towards))).toEqual(new Set(possible.length > 1 ? possible : []));
  for (const way of ways) {
    expect(outcomesWith(anInstance(way.steps))).toEqual([way.towards]);
    for (const fewer of withOneLess(way)) expect(outcomesWith(anInstance(fewer))).not.toEqual([way.towards]);
  }
}

/** Takes, for each step, quantities no other step has taken. */
function anInstance(steps: readonly QuantityStep[]): readonly NeededValues[] {
  const taken = new Map<string, NeededValues>();
  for (const step of steps) {
    const free = step.kind === "values" ? [step] : step.of.filter(({ quantity }) => !taken.has(quantity));
    for (const each of free.slice(0, step.kind === "values" ? 1 : step.count)) taken.set(each.quantity, each);
  }
  return [...taken.values()];
}

function withOneLess(way: QuantityWay): readonly (readonly QuantityStep[])[] {
  return way.steps.map((step, index) => {
    const others = way.steps.toSpliced(index, 1);
    return step.kind === "values" || step.count === 1 ? others : [...others, { ...step, count: step.count - 1 }];
  });
}

/** Number of quantities to be known. */
export function sizeOf(way: QuantityWay): number {
  return anInstance(way.steps).length;
}
