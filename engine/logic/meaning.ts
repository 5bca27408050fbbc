import type { Checked, Fact, FactType, Need } from "../../dsl/index.ts";
import {
  type CalculatedQuantity,
  type Comparison,
  type GuidelineProgram,
  type ListReduction,
  namedIn,
  neededOfEither,
  type Quantity,
  quantityOf,
} from "../ir/index.ts";
import { union, type ValueSet } from "../values/index.ts";
import type { Diagram, DiagramOptions } from "./diagram.ts";
import { type GuidelineDiagrams, guidelineDiagrams } from "./guidelineDiagrams.ts";
import { gatheredOrder } from "./gatheredOrder.ts";
import { nodesBelow } from "./openDiagram.ts";
import { canonicalOrder } from "./order.ts";
import type { NodeId } from "./store.ts";
import { reductionMeaning } from "./reductionMeaning.ts";
import { idWithReductionNamed, withReductionsNamed } from "./reductionNames.ts";
import { terminalWord } from "./terminals.ts";
import { valueWords } from "./valueWords.ts";

/**
 * What a guideline means, as plain data in one form only: two guidelines mean the same exactly when their meanings print
 * to the same JSON. Free of wording, spans, the order of writing, names of definitions, and tests that make no difference.
 * Where a diagram is too large in the order of ids, its order is that of how the guideline is written: what prints the same
 * still means the same, and what only reads the same may not be found to.
 */
export interface GuidelineMeaning {
  readonly effective: { readonly from: string | null; readonly to: string | null };
  /** Those on which something depends, by id. */
  readonly quantities: readonly QuantityMeaning[];
  readonly assumptions: DiagramMeaning;
  /** By key; scope, exclusions and criteria in their rank. */
  readonly services: readonly { readonly service: string; readonly outcomes: DiagramMeaning }[];
}

export interface QuantityMeaning {
  readonly id: string;
  readonly anchor: string | null;
  readonly type: readonly string[];
  readonly domain: readonly string[];
  readonly needs: readonly (readonly string[])[];
  /** Of a value reduced from a list: from which entries and how, and what is asked of one entry. */
  readonly reduced?: unknown;
}

/** `nodes[0]` is the root, the others follow in the order in which the branches lead to them. */
export interface DiagramMeaning {
  readonly nodes: readonly NodeMeaning[];
}

/** A terminal (`criteria met`, `impossible` ...), or the quantity asked for and where each of its values leads. */
export type NodeMeaning =
  | string
  | {
      readonly quantity: string;
      readonly branches: readonly { readonly values: readonly string[]; readonly leadTo: number }[];
    };

/**
 * `facts` are those of the guideline: what evidence they need is part of the meaning. Quantities are asked in the order of
 * their ids, or side by side where they are tested together; `null` and a diagnostic E0901 when both take more than the budget.
 */
export function meaningOf(
  written: GuidelineProgram,
  facts: readonly Fact[],
  { budget }: Pick<Partial<DiagramOptions>, "budget"> = {},
): Checked<GuidelineMeaning | null> {
  const program = withReductionsNamed(written, (reduction) => JSON.stringify(describeReduction(reduction)));
  const options = { orders: [canonicalOrder, gatheredOrder], ...(budget === undefined ? {} : { budget }) };
  const { value, diagnostics } = guidelineDiagrams(program, options);
  return { value: value === null ? null : describe(program, facts, value), diagnostics };
}

function describe(program: GuidelineProgram, facts: readonly Fact[], diagrams: GuidelineDiagrams): GuidelineMeaning {
  const quantities = new Map(program.quantities.map((quantity) => [quantity.id, quantity]));
  const asking = [...facts, ...program.reductions.map(({ fact }) => fact), ...program.comparisons.map(asComparedBy)];
  const outcomes = [...diagrams.outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const asked = new Set([diagrams.assumptions, ...diagrams.outcomes.values()].flatMap(askedBy));
  return {
    effective: { from: program.effective.from, to: program.effective.to },
    quantities: [...asked].toSorted().flatMap((id) => describeQuantity(quantities.get(id), asking, program)),
    assumptions: describeDiagram(diagrams.assumptions, quantities),
    services: outcomes.map(([service, diagram]) => ({ service, outcomes: describeDiagram(diagram, quantities) })),
  };
}

/** What each quantity of a guideline means, by its id: those that mean the same in two guidelines print to the same JSON. */
export function quantityMeanings(
  program: GuidelineProgram,
  facts: readonly Fact[],
): ReadonlyMap<string, QuantityMeaning> {
  const asking = [...facts, ...program.reductions.map(({ fact }) => fact), ...program.comparisons.map(asComparedBy)];
  const names = new Map(
    program.reductions.map((reduction) => [reduction.fact.key, JSON.stringify(describeReduction(reduction))]),
  );
  return new Map(
    program.quantities.flatMap((quantity) =>
      describeQuantity(quantity, asking, program).map((meaning) => [
        quantity.id,
        { ...meaning, id: idWithReductionNamed(quantity, names) },
      ]),
    ),
  );
}

/** A comparison rests on evidence of both facts. */
function asComparedBy(comparison: Comparison): Fact {
  return { ...comparison.fact, needs: neededOfEither(comparison) };
}

/** The quantities that make a difference somewhere. */
function askedBy({ store, root, variables }: Diagram): readonly string[] {
  return nodesBelow(store, root).flatMap((node) => variables[store.level(node)]?.quantity ?? []);
}

type Quantities = ReadonlyMap<string, Quantity>;

function describeDiagram(diagram: Diagram, quantities: Quantities): DiagramMeaning {
  const numbers = new Map([[diagram.root, 0]]);
  const nodes: NodeMeaning[] = [];
  const numberOf = (node: NodeId): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };
  for (const node of numbers.keys()) {
    const quantity = quantities.get(diagram.variables[diagram.store.level(node)]?.quantity ?? "");
    const branches = quantity === undefined ? [] : branchesOf(diagram, quantity, node);
    const numbered = branches.map(({ child, values }) => ({ values, leadTo: numberOf(child) }));
    nodes.push(quantity === undefined ? terminalWord(node) : { quantity: quantity.id, branches: numbered });
  }
  return { nodes };
}

/** Each child once, with all values that lead to it, in the order of their words. */
function branchesOf({ store, variables }: Diagram, quantity: Quantity, node: NodeId) {
  const cells = variables[store.level(node)]?.cells ?? [];
  const byChild = new Map<NodeId, ValueSet>();
  for (const [cell, child] of store.children(node).entries()) {
    byChild.set(child, union(byChild.get(child) ?? [], cells[cell] ?? []));
  }
  return [...byChild]
    .map(([child, values]) => ({ child, values: valueWords(quantity, values) }))
    .toSorted((a, b) => (a.values.join() < b.values.join() ? -1 : 1));
}

function describeQuantity(
  quantity: Quantity | undefined,
  facts: readonly Fact[],
  { calculations, reductions }: Pick<GuidelineProgram, "calculations" | "reductions">,
): readonly QuantityMeaning[] {
  if (quantity === undefined) return [];
  const reduction = reductions.find(({ fact }) => fact.key === quantity.fact);
  const needs = facts.find(({ key }) => key === quantity.fact)?.needs ?? [];
  const calculated = calculations.find(({ fact }) => fact.key === quantity.fact);
  const meaning = {
    id: quantity.id,
    anchor: quantity.anchor ?? null,
    type: [...describeType(quantity.type), ...(calculated ? describeCalculation(calculated, calculations) : [])],
    domain: valueWords(quantity, quantity.domain),
    needs: needs.map(describeNeed).toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
    ...(reduction === undefined ? {} : { reduced: describeReduction(reduction) }),
  };
  return [meaning];
}

/** The field reduced and those that date or tell apart entries are asked for evidence too. */
function describeReduction(reduction: ListReduction): unknown {
  const { list, quantities, comparisons, calculations } = reduction;
  const asking = [...list.fields, ...comparisons.map(asComparedBy)];
  const ofEntry = { calculations, reductions: [] };
  return {
    ...reductionMeaning(reduction),
    fields: list.fields.filter(({ key }) => reducedFields(reduction).has(key)).map((field) => describeFact(field)),
    ofEntry: quantities.toSorted(byId).flatMap((each) => describeQuantity(each, asking, ofEntry)),
  };
}

function reducedFields({ list, reduce }: ListReduction): ReadonlySet<string> {
  const named = Object.values(reduce).filter((value) => typeof value === "string");
  return new Set([...named, ...list.countedOnce]);
}

const byId = (a: Quantity, b: Quantity): number => (a.id < b.id ? -1 : 1);

/** A fact by itself, whether or not something tests it. */
export function describeFact(fact: Fact): unknown {
  const { key, type, orNone, askedFor, needs } = fact;
  const value = quantityOf(fact, "value");
  return {
    fact: key,
    type: describeType(type),
    domain: type.kind === "treatment trial" ? [] : valueWords(value, value.domain),
    orNone,
    askedFor,
    needs: needs.map(describeNeed).toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
  };
}

/** What of a type is no matter of the order or the number of its options: those are in the domain. */
function describeType(type: FactType): readonly string[] {
  switch (type.kind) {
    case "number":
    case "calculated":
      return [type.kind, type.unit?.ucum ?? "1", `to ${type.decimals} decimals`];
    case "age":
      return [type.kind, type.at];
    case "scale":
      return [type.kind, ...type.grades];
    case "code":
      return [type.kind, type.system];
    default:
      return [type.kind];
  }
}

/** The arithmetic, those of the calculated numbers in it and in these, and what evidence each fact in them needs. */
function describeCalculation(
  of: CalculatedQuantity,
  calculations: GuidelineProgram["calculations"],
): readonly string[] {
  const byKey = new Map(calculations.map((each) => [each.fact.key, each]));
  const all = new Set([of]);
  for (const { calculation } of all) for (const key of namedIn(calculation.value)) all.add(byKey.get(key) ?? of);
  const needed = of.operands.map(({ key, needs }) => [key, ...needs.flatMap(describeNeed)].join(" "));
  return [...[...all].map(({ calculation }) => JSON.stringify(calculation.value)), ...needed];
}

function describeNeed(need: Need): readonly string[] {
  switch (need.kind) {
    case "evidence kind":
      return [need.kind, ...need.admits.toSorted()];
    case "recent":
      return [need.kind, String(need.amount), need.unit, need.before];
    case "author":
      return [need.kind, need.role];
    case "attestation":
      return [need.kind, need.statement];
  }
}
