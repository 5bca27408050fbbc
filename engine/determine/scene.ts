import { caseDates, type Definition, type Fact, type Guideline } from "../../dsl/index.ts";
import type { CompiledGuideline } from "../evaluate/index.ts";
import type { CalculatedQuantity, GuidelineProgram, ListReduction, Quantity } from "../ir/index.ts";
import { type Case, type FactEvidence, type InformationSets, once } from "../values/index.ts";

/** One guideline looked at with one case: everything that findings and words are made from. */
export interface Scene extends Declared {
  readonly compiled: CompiledGuideline;
  readonly information: InformationSets;
  /** What the case's dates are counted from. */
  readonly dates: Case["dates"];
}

/** A guideline with what it declares, by key. */
export interface Declared {
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly reductions: ReadonlyMap<string, ListReduction>;
  /** The two facts behind each that stands for a comparison, by its key. */
  readonly compared: ReadonlyMap<string, readonly [Fact, Fact]>;
  readonly calculated: ReadonlyMap<string, CalculatedQuantity>;
}

export function scene(
  guideline: Guideline,
  compiled: CompiledGuideline,
  information: InformationSets,
  dates: Case["dates"],
): Scene {
  return { ...declaredBy(guideline, compiled.program), compiled, information, dates };
}

const kept = new WeakMap<GuidelineProgram, Declared>();

/** The same for every case that a guideline is looked at with. */
export function declaredBy(guideline: Guideline, program: GuidelineProgram): Declared {
  const known = kept.get(program) ?? declarations(guideline, program);
  kept.set(program, known);
  return known;
}

function declarations(guideline: Guideline, program: GuidelineProgram): Declared {
  const { quantities, reductions, comparisons, calculations } = program;
  return {
    guideline,
    program,
    facts: byKey([
      ...caseDates,
      ...guideline.facts,
      ...[...reductions, ...comparisons, ...calculations].map(({ fact }) => fact),
    ]),
    definitions: byKey(guideline.definitions),
    quantities: new Map(quantities.map((quantity) => [quantity.id, quantity])),
    reductions: new Map(reductions.map((reduction) => [reduction.fact.key, reduction])),
    compared: new Map(comparisons.map(({ fact, left, right }) => [fact.key, [left, right]])),
    calculated: new Map(calculations.map((each) => [each.fact.key, each])),
  };
}

/** The fact a quantity is of. */
export function factOf(of: Declared, quantity: string): Fact | null {
  return of.facts.get(of.quantities.get(quantity)?.fact ?? "") ?? null;
}

/** The facts that a record speaks on: for a comparison both that it holds against each other, for a number what gives it. */
export function factsBehind(of: Declared, fact: Fact): readonly Fact[] {
  return of.compared.get(fact.key) ?? of.calculated.get(fact.key)?.operands ?? [fact];
}

/** Facts of the case that decide which entries of a list count: `any session where it is in the requested region`. */
export function factsForEntries({ reductions }: Scene, fact: Fact): readonly Fact[] {
  return reductions.get(fact.key)?.comparisons.flatMap(({ ofCase, right }) => (ofCase ? [right] : [])) ?? [];
}

/** The record speaks of the entries of a list, whatever a guideline reduces them to. */
export function asStated({ reductions }: Declared, fact: Fact): Fact {
  const reduction = reductions.get(fact.key);
  return reduction === undefined ? fact : listAsFact(reduction);
}

const listAsFact = once(({ fact, list: { name, key, wording } }: ListReduction): Fact => {
  return { ...fact, name, key, wording, type: { kind: "whole number" } };
});

/** What the case holds on a fact; a fact it does not name was never asked. */
export function evidenceFor(of: Scene, fact: string): FactEvidence {
  return of.information.facts.get(fact) ?? { admitted: [], demoted: [], reason: "never asked", remark: null };
}

function byKey<T extends { readonly key: string }>(declared: readonly T[]): ReadonlyMap<string, T> {
  return new Map(declared.map((declaration) => [declaration.key, declaration]));
}
