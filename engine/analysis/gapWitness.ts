import { HIGHEST } from "../../dsl/index.ts";
import { type Formula, type GuidelineProgram, type ListReduction, operandsOf, type Quantity } from "../ir/index.ts";
import { between, type Case, isSubset, one, union, type ValueSet } from "../values/index.ts";
import { realise, type Replay, replay, type Search } from "../witness/index.ts";
import type { Parts } from "./parts.ts";
import type { Gap } from "./thresholdGap.ts";
import type { Threshold } from "./thresholds.ts";

/** A case with a value in the gap: neither comparison holds of it, though all else that is asked with them does. */
export function gapWitness(parts: Parts, gap: Gap): Search<Case> {
  const { below, above } = gap;
  if (below.list === null || above.list === null) return shownBy(parts, parts.program, inGap(gap), () => true);
  const counted = { id: ` ${below.list.fact.key} in the gap`, reduction: entriesInGap(gap, below.list, above.list) };
  const program = withCount(parts.program, counted);
  const none = [below.list, above.list].flatMap(({ fact, reduce }) =>
    reduce.kind === "count" ? [[fact.key, one(0)] as const] : [],
  );
  const wanted = new Map([[counted.id, between(1, HIGHEST)], ...none]);
  return shownBy(parts, program, wanted, ({ information }) =>
    isSubset(information.quantities.get(counted.id)?.values ?? [], between(1, HIGHEST)),
  );
}

const inGap = ({ above, low, high }: Gap): ReadonlyMap<string, ValueSet> =>
  new Map([[above.quantity.id, between(low, high)]]);

function shownBy(
  { guideline }: Parts,
  program: GuidelineProgram,
  wanted: ReadonlyMap<string, ValueSet>,
  claim: (replayed: Replay) => boolean,
): Search<Case> {
  const [service] = guideline.services;
  if (service === undefined)
    return { kind: "not found", because: "the guideline has no service that a case could ask for" };
  const request = { id: "witness", title: "A value in the gap", summary: "", service: service.key };
  const made = realise([{ guideline, program, wanted }], request);
  if (made.kind === "case" && claim(replay(guideline, program, made.case))) return { kind: "found", shown: made.case };
  if (made.kind === "impossible" && made.proved) return { kind: "none" };
  return { kind: "not found", because: "no case with a value in the gap could be made" };
}

interface Counted {
  readonly id: string;
  readonly reduction: ListReduction;
}

function withCount(program: GuidelineProgram, { id, reduction }: Counted): GuidelineProgram {
  const fact = { ...reduction.fact, key: id, type: { kind: "whole number" as const } };
  const quantity: Quantity = { id, fact: id, part: "value", type: fact.type, domain: between(0, HIGHEST) };
  return {
    ...program,
    quantities: [...program.quantities, quantity],
    reductions: [...program.reductions, { ...reduction, fact }],
  };
}

/** Entries that neither criterion counts, and that each would count if it reached over the gap. */
function entriesInGap({ below, above, low, high }: Gap, one: ListReduction, other: ListReduction): ListReduction {
  const gap = between(low, high);
  const asks = [below, above].map((each) => reaching(each, gap));
  const operands = [denied(one.where), denied(other.where), ...asks];
  return {
    ...one,
    reduce: { kind: "count", within: null, thisOne: false },
    where: { ...one.where, kind: "all", operands, text: "in the gap" },
    quantities: byId([...one.quantities, ...other.quantities]),
    subsets: new Map([...one.subsets, ...other.subsets]),
    comparisons: [...one.comparisons, ...other.comparisons],
    calculations: [...one.calculations, ...other.calculations],
  };
}

const denied = (formula: Formula): Formula => ({
  kind: "not",
  operand: formula,
  text: `not: ${formula.text}`,
  span: formula.span,
});

function reaching({ list, quantity, range }: Threshold, gap: ValueSet): Formula {
  const reach = (formula: Formula): Formula => {
    if (formula.kind === "test")
      return formula.quantity === quantity.id && isSubset([range], formula.values) && isSubset(formula.values, [range])
        ? { ...formula, values: union(formula.values, gap) }
        : formula;
    if (formula.kind === "not") return { ...formula, operand: reach(formula.operand) };
    return formula.kind === "constant" || formula.kind === "criterion"
      ? formula
      : { ...formula, operands: operandsOf(formula).map(reach) };
  };
  if (list === null) throw new Error("Only what is asked of entries is looked for among them");
  return reach(list.where);
}

const byId = (quantities: readonly Quantity[]): readonly Quantity[] => [
  ...new Map(quantities.map((each) => [each.id, each])).values(),
];
