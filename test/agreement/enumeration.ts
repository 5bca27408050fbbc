import { type Known, type Verdict, verdictOf } from "../../engine/evaluate/index.ts";
import type { Formula, GuidelineProgram, SettledOutcome } from "../../engine/ir/index.ts";
import { holds } from "../../engine/values/index.ts";
import { valuesIn } from "./cases.ts";

/** One value for each quantity. */
export type Completion = ReadonlyMap<string, number>;

/** Every completion of a case, assumptions applied: the definition itself, with nothing clever in it. */
export function completions(program: GuidelineProgram, known: Known): readonly Completion[] {
  let all: readonly Completion[] = [new Map()];
  for (const { id, domain } of program.quantities) {
    const values = valuesIn(known.quantities.get(id)?.values ?? domain);
    all = all.flatMap((some) => values.map((value) => new Map(some).set(id, value)));
  }
  return all.filter((completion) => program.assumptions.every((each) => satisfies(program, each, completion)));
}

export function countCompletions(program: GuidelineProgram, known: Known): number {
  return program.quantities.reduce(
    (product, { id, domain }) => product * valuesIn(known.quantities.get(id)?.values ?? domain).length,
    1,
  );
}

export function satisfies(program: GuidelineProgram, formula: Formula, completion: Completion): boolean {
  const holdsFor = (each: Formula): boolean => satisfies(program, each, completion);
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "test":
      return holds(formula.values, completion.get(formula.quantity) ?? Number.NaN);
    case "criterion": {
      const definition = program.criteria.get(formula.definition);
      return definition !== undefined && holdsFor(definition);
    }
    case "not":
      return !holdsFor(formula.operand);
    case "all":
      return formula.operands.every(holdsFor);
    case "any":
      return formula.operands.some(holdsFor);
    case "weighted": {
      const sum = formula.operands.reduce(
        (total, operand, at) => total + (holdsFor(operand) ? (formula.points[at] ?? 0) : 0),
        0,
      );
      return holds(formula.values, sum);
    }
    case "count": {
      const met = formula.operands.filter(holdsFor).length;
      return met >= formula.atLeast && met <= formula.atMost;
    }
  }
}

export function answerByEnumeration(program: GuidelineProgram, formula: Formula, all: readonly Completion[]): Verdict {
  const truths = new Set(all.map((completion) => satisfies(program, formula, completion)));
  return verdictOf(truths.has(true), truths.has(false));
}

/** Whether it is addressed, then exclusions, then the criteria and their limits. */
export function outcomeOfCompletion(program: GuidelineProgram, completion: Completion): SettledOutcome {
  const [service] = program.services;
  if (service === undefined || !satisfies(program, service.addressed, completion)) return "not addressed";
  if (satisfies(program, service.exclusion, completion)) return "excluded";
  if (!satisfies(program, service.criteria, completion)) return "criteria not met";
  return satisfies(program, service.within, completion) ? "criteria met" : "modified";
}

export function outcomesByEnumeration(
  program: GuidelineProgram,
  all: readonly Completion[],
): ReadonlySet<SettledOutcome> {
  return new Set(all.map((completion) => outcomeOfCompletion(program, completion)));
}

/** Quantities such that two completions differ in nothing else and come out differently. */
export function matteringByEnumeration(program: GuidelineProgram, all: readonly Completion[]): ReadonlySet<string> {
  const mattering = program.quantities.filter(({ id }) => {
    const alike = Map.groupBy(all, (completion) => [...completion].filter(([each]) => each !== id).join("|"));
    return [...alike.values()].some((group) => outcomesByEnumeration(program, group).size > 1);
  });
  return new Set(mattering.map(({ id }) => id));
}

/** For each outcome: the fewest quantities whose values, once known, can force it. */
export function fewestToForce(
  program: GuidelineProgram,
  all: readonly Completion[],
): ReadonlyMap<SettledOutcome, number> {
  const open = program.quantities.map(({ id }) => id).filter((id) => new Set(all.map((each) => each.get(id))).size > 1);
  const fewest = new Map<SettledOutcome, number>();
  for (const chosen of subsetsBySize(open)) {
    const alike = Map.groupBy(all, (completion) => chosen.map((id) => completion.get(id)).join());
    for (const group of alike.values()) {
      const [outcome, ...others] = outcomesByEnumeration(program, group);
      if (outcome !== undefined && others.length === 0 && !fewest.has(outcome)) fewest.set(outcome, chosen.length);
    }
  }
  return fewest;
}

function subsetsBySize(items: readonly string[]): readonly (readonly string[])[] {
  let subsets: readonly (readonly string[])[] = [[]];
  for (const item of items) subsets = subsets.flatMap((subset) => [subset, [...subset, item]]);
  return subsets.toSorted((a, b) => a.length - b.length);
}
