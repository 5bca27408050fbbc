import { caseDates, type Definition, type Fact, type Guideline } from "../../dsl/index.ts";
import type { CompiledGuideline } from "../evaluate/index.ts";
import type { CalculatedQuantity, GuidelineProgram, Quantity } from "../ir/index.ts";
import type { Case, FactEvidence, InformationSets } from "../values/index.ts";

/** One guideline looked at with one case: everything that findings and words are made from, with its lookups. */
export interface Scene extends Lookups {
  readonly guideline: Guideline;
  readonly compiled: CompiledGuideline;
  readonly program: GuidelineProgram;
  readonly information: InformationSets;
  /** What the case's dates are counted from. */
  readonly dates: Case["dates"];
}

interface Lookups {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly quantities: ReadonlyMap<string, Quantity>;
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
  const { program } = compiled;
  return { guideline, compiled, program, information, dates, ...lookups(guideline, program) };
}

const kept = new WeakMap<GuidelineProgram, Lookups>();

/** The same for every case that a guideline is looked at with. */
function lookups(guideline: Guideline, program: GuidelineProgram): Lookups {
  const known = kept.get(program) ?? {
    facts: byKey([
      ...caseDates,
      ...guideline.facts,
      ...[...program.reductions, ...program.comparisons, ...program.calculations].map(({ fact }) => fact),
    ]),
    definitions: byKey(guideline.definitions),
    quantities: new Map(program.quantities.map((quantity) => [quantity.id, quantity])),
    compared: new Map(program.comparisons.map(({ fact, left, right }) => [fact.key, [left, right]])),
    calculated: new Map(program.calculations.map((each) => [each.fact.key, each])),
  };
  kept.set(program, known);
  return known;
}

/** The fact a quantity is of. */
export function factOf(of: Scene, quantity: string): Fact | null {
  return of.facts.get(of.quantities.get(quantity)?.fact ?? "") ?? null;
}

/** The facts that a record speaks on: for a comparison both that it holds against each other, for a number what gives it. */
export function factsBehind(of: Scene, fact: Fact): readonly Fact[] {
  return of.compared.get(fact.key) ?? of.calculated.get(fact.key)?.operands ?? [fact];
}

/** Facts of the case that decide which entries of a list count: `any session where it is in the requested region`. */
export function factsForEntries({ program }: Scene, fact: Fact): readonly Fact[] {
  const reduction = program.reductions.find((each) => each.fact.key === fact.key);
  return reduction?.comparisons.flatMap(({ ofCase, right }) => (ofCase ? [right] : [])) ?? [];
}

/** The record speaks of the entries of a list, whatever a guideline reduces them to. */
export function asStated({ program }: Scene, fact: Fact): Fact {
  const list = program.reductions.find((reduction) => reduction.fact.key === fact.key)?.list;
  if (list === undefined) return fact;
  const { name, key, wording } = list;
  return { ...fact, name, key, wording, type: { kind: "whole number" } };
}

/** What the case holds on a fact; a fact it does not name was never asked. */
export function evidenceFor(of: Scene, fact: string): FactEvidence {
  return of.information.facts.get(fact) ?? { admitted: [], demoted: [], reason: "never asked", remark: null };
}

function byKey<T extends { readonly key: string }>(declared: readonly T[]): ReadonlyMap<string, T> {
  return new Map(declared.map((declaration) => [declaration.key, declaration]));
}
