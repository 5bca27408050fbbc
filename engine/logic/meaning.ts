import type { Checked, Fact, FactType, Need } from "../../dsl/index.ts";
import type { GuidelineProgram, Quantity } from "../ir/index.ts";
import { union, type ValueSet } from "../values/index.ts";
import { type DiagramOptions, type GuidelineDiagrams, guidelineDiagrams } from "./guidelineDiagrams.ts";
import { nodesBelow } from "./openDiagram.ts";
import { canonicalOrder } from "./order.ts";
import type { NodeId } from "./store.ts";
import { terminalWord } from "./terminals.ts";
import { valueWords } from "./valueWords.ts";

/**
 * What a guideline means, as plain data in one form only: two guidelines mean the same exactly when their meanings print
 * to the same JSON. Free of wording, spans, the order of writing, names of definitions, and tests that make no difference.
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
 * their ids; `null` and a diagnostic E0901 when that takes more than the budget.
 */
export function meaningOf(
  program: GuidelineProgram,
  facts: readonly Fact[],
  { budget }: Pick<Partial<DiagramOptions>, "budget"> = {},
): Checked<GuidelineMeaning | null> {
  const options = { order: canonicalOrder, ...(budget === undefined ? {} : { budget }) };
  const { value, diagnostics } = guidelineDiagrams(program, options);
  return { value: value === null ? null : describe(program, facts, value), diagnostics };
}

function describe(program: GuidelineProgram, facts: readonly Fact[], diagrams: GuidelineDiagrams): GuidelineMeaning {
  const quantities = canonicalOrder(program);
  const outcomes = [...diagrams.outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const roots = [diagrams.assumptions, ...outcomes.map(([, root]) => root)];
  const asked = new Set(roots.flatMap((root) => levelsBelow(diagrams, root)));
  return {
    effective: { from: program.effective.from, to: program.effective.to },
    quantities: quantities.filter((_, level) => asked.has(level)).map((quantity) => describeQuantity(quantity, facts)),
    assumptions: describeDiagram(diagrams, quantities, diagrams.assumptions),
    services: outcomes.map(([service, root]) => ({ service, outcomes: describeDiagram(diagrams, quantities, root) })),
  };
}

function levelsBelow({ store }: GuidelineDiagrams, root: NodeId): readonly number[] {
  return nodesBelow(store, root).map((node) => store.level(node));
}

function describeDiagram(diagrams: GuidelineDiagrams, quantities: readonly Quantity[], root: NodeId): DiagramMeaning {
  const numbers = new Map([[root, 0]]);
  const nodes: NodeMeaning[] = [];
  const numberOf = (node: NodeId): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };
  for (const node of numbers.keys()) {
    const branches = branchesOf(diagrams, quantities, node).map(({ child, values }) => ({
      values,
      leadTo: numberOf(child),
    }));
    const quantity = quantities[diagrams.store.level(node)];
    nodes.push(quantity === undefined ? terminalWord(node) : { quantity: quantity.id, branches });
  }
  return { nodes };
}

/** Each child once, with all values that lead to it, in the order of their words. */
function branchesOf({ store, variables }: GuidelineDiagrams, quantities: readonly Quantity[], node: NodeId) {
  const level = store.level(node);
  const quantity = quantities[level];
  if (quantity === undefined) return [];
  const cells = variables[level]?.cells ?? [];
  const byChild = new Map<NodeId, ValueSet>();
  for (const [cell, child] of store.children(node).entries()) {
    byChild.set(child, union(byChild.get(child) ?? [], cells[cell] ?? []));
  }
  return [...byChild]
    .map(([child, values]) => ({ child, values: valueWords(quantity, values) }))
    .toSorted((a, b) => (a.values.join() < b.values.join() ? -1 : 1));
}

function describeQuantity(quantity: Quantity, facts: readonly Fact[]): QuantityMeaning {
  const needs = facts.find(({ key }) => key === quantity.fact)?.needs ?? [];
  return {
    id: quantity.id,
    anchor: quantity.anchor ?? null,
    type: describeType(quantity.type),
    domain: valueWords(quantity, quantity.domain),
    needs: needs.map(describeNeed).toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
  };
}

/** What of a type is no matter of the order or the number of its options: those are in the domain. */
function describeType(type: FactType): readonly string[] {
  switch (type.kind) {
    case "number":
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

function describeNeed(need: Need): readonly string[] {
  switch (need.kind) {
    case "evidence kind":
      return [need.kind, ...need.admits.toSorted()];
    case "recent":
      return [need.kind, String(need.amount), need.unit, need.before];
    case "author":
      return [need.kind, need.role];
  }
}
