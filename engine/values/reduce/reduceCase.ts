import { caseDates, type Checked, type Diagnostic, type Fact, type Guideline, nameKey } from "../../../dsl/index.ts";
import type { CalculatedQuantity, Comparison, GuidelineProgram, ListReduction, Quantity } from "../../ir/index.ts";
import type { Case, CaseFact, RequestedService } from "../case.ts";
import type { FactEvidence, Information, InformationSets, NotDocumentedReason } from "../information.ts";
import { one } from "../valueSet.ts";
import { OnDemand } from "../onDemand.ts";
import { type Calculated, calculate } from "./calculation/index.ts";
import { compare, comparedEvidence } from "./compare.ts";
import { unreadable } from "./complaints.ts";
import { type FactReading, neverAsked, readFact } from "./facts.ts";
import { informationOf } from "./information.ts";
import { type FactsOfCase, type ReducedList, reduceList } from "./lists/index.ts";

/**
 * What a case leaves possible for every quantity of a guideline, for one requested service, and the evidence by fact.
 * Evidence counts only where it certainly satisfies every `needs`. A value that cannot be read is a diagnostic and supplies
 * nothing. Facts that the guideline does not declare play no part here: `checkCase` reports those no guideline declares.
 */
export function reduceCase(
  guideline: Guideline,
  program: GuidelineProgram,
  of: Case,
  request: RequestedService,
): Checked<InformationSets> {
  const { facts, quantities, tested, reductions, comparisons, calculations, shown } = indexOf(guideline, program);
  const stated = statedFacts(facts, of, request);
  const readings = new OnDemand(facts, (key) => stated.get(key) ?? dateOf(key, of) ?? neverAsked(own(facts, key)));
  const lists = new OnDemand(reductions, (key) =>
    reduced(own(reductions, key), own(tested, key), of, ({ key: fact }) => own(readings, fact)),
  );
  const compared = new OnDemand(comparisons, (key) => {
    const comparison = own(comparisons, key);
    const [left, right] = [own(readings, comparison.left.key), own(readings, comparison.right.key)];
    const found = compare(comparison, left, right, of.dates);
    return { information: found, evidence: comparedEvidence(found, left, right) };
  });
  const calculated = new OnDemand(calculations, (key) =>
    calculate(own(calculations, key), { readings, facts, calculations, dates: of.dates }),
  );
  const information = new OnDemand(quantities, (id): Information => {
    const quantity = own(quantities, id);
    const ofFacts = calculated.get(quantity.fact);
    if (ofFacts !== undefined) return calculatedInformation(quantity, ofFacts);
    const ofOthers = (lists.get(quantity.fact) ?? compared.get(quantity.fact))?.information;
    return ofOthers ?? informationOf(quantity, own(readings, quantity.fact), of.dates);
  });
  const evidence = new OnDemand(shown, (key) => {
    const ofOthers = (lists.get(key) ?? compared.get(key) ?? calculated.get(key))?.evidence;
    return ofOthers ?? evidenceOf(own(readings, key), tested.get(key) ?? [], information);
  });
  const listsStated = [...reductions.keys()].filter((key) =>
    of.lists.some(({ list }) => nameKey(list) === reductions.get(key)?.list.key),
  );
  return {
    value: { quantities: information, facts: evidence },
    diagnostics: [
      ...problemsOf(stated, of),
      ...listsStated.flatMap((key) => listProblems(own(reductions, key), own(lists, key), of)),
    ],
  };
}

/** The entry that the caller knows to be there. */
function own<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The guideline does not declare ${key}`);
  return value;
}

interface Index {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly tested: ReadonlyMap<string, readonly Quantity[]>;
  readonly reductions: ReadonlyMap<string, ListReduction>;
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly calculations: ReadonlyMap<string, CalculatedQuantity>;
  /** All that evidence is shown of: facts, what is reduced from lists or calculated, and facts held against each other. */
  readonly shown: ReadonlyMap<string, unknown>;
}

const indexed = new WeakMap<GuidelineProgram, Index>();

/** A program answers many cases. */
function indexOf(guideline: Guideline, program: GuidelineProgram): Index {
  const known = indexed.get(program) ?? index(guideline, program);
  indexed.set(program, known);
  return known;
}

function index(guideline: Guideline, program: GuidelineProgram): Index {
  const facts = new Map([...guideline.facts, ...caseDates].map((fact) => [fact.key, fact]));
  const reductions = new Map(program.reductions.map((reduction) => [reduction.fact.key, reduction]));
  const comparisons = new Map(program.comparisons.map((comparison) => [comparison.fact.key, comparison]));
  const calculations = new Map(program.calculations.map((each) => [each.fact.key, each]));
  return {
    facts,
    reductions,
    comparisons,
    calculations,
    quantities: new Map(program.quantities.map((quantity) => [quantity.id, quantity])),
    tested: Map.groupBy(program.quantities, (quantity) => quantity.fact),
    shown: new Map<string, unknown>([...facts, ...reductions, ...comparisons, ...calculations]),
  };
}

/** The facts of which the case says something, by key. */
function statedFacts(
  facts: ReadonlyMap<string, Fact>,
  of: Case,
  request: RequestedService,
): ReadonlyMap<string, FactReading> {
  const said = new Map<Fact, CaseFact[]>();
  const collect = (stated: readonly CaseFact[], asked: boolean): void => {
    for (const one of stated) {
      const fact = facts.get(nameKey(one.fact));
      if (fact === undefined || (fact.askedFor !== null) !== asked) continue;
      const before = said.get(fact);
      if (before === undefined) said.set(fact, [one]);
      else before.push(one);
    }
  };
  collect(of.facts, false);
  collect(request.askedFor, true);
  const readings = new Map<string, FactReading>();
  for (const [fact, stated] of said) readings.set(fact.key, readFact(fact, stated, of));
  return readings;
}

/** What it comes to, or whether what it needs is documented. */
function calculatedInformation({ part }: Quantity, { information, undocumented }: Calculated): Information {
  return part === "undocumented" ? { values: one(undocumented ? 1 : 0), reason: null } : information;
}

/** A date of the case as a fact that it states; `null` for any other fact. */
function dateOf(key: string, of: Case): FactReading | null {
  const fact = caseDates.find((date) => date.key === key);
  if (fact === undefined) return null;
  const value = { kind: "text", text: of.dates[fact.name] } as const;
  const stated = { fact: fact.name, statements: [{ value, evidence: null }], asked: true, remark: null };
  return readFact(fact, [stated], of);
}

/** A reduction has one quantity. */
function reduced(reduction: ListReduction, [quantity]: readonly Quantity[], of: Case, facts: FactsOfCase): ReducedList {
  if (quantity === undefined) throw new Error(`Nothing tests ${reduction.fact.key}`);
  return reduceList(reduction, quantity, of, facts);
}

function listProblems({ list, fact }: ListReduction, { entries }: ReducedList, of: Case): readonly Diagnostic[] {
  return entries.flatMap((entry) =>
    entry.problems.map(({ problem, place }) =>
      unreadable(of.id, list.fields[0] ?? fact, { problem, place: place ?? null }),
    ),
  );
}

function problemsOf(readings: ReadonlyMap<string, FactReading>, of: Case): readonly Diagnostic[] {
  return [...readings.values()].flatMap((reading) =>
    reading.problems.map((one) => unreadable(of.id, reading.fact, one)),
  );
}

function evidenceOf(
  reading: FactReading,
  tested: readonly Quantity[],
  quantities: ReadonlyMap<string, Information>,
): FactEvidence {
  const reasons = tested.map((one) => quantities.get(one.id)?.reason ?? null);
  return { ...reading.evidence, reason: reasonOf(reading, reasons) };
}

/** A fact is documented as soon as one of its quantities is; statements that conflict in one of them conflict. */
function reasonOf(reading: FactReading, reasons: readonly (NotDocumentedReason | null)[]): NotDocumentedReason | null {
  if (reading.admitted.length === 0) return reading.lacking;
  if (reasons.includes("conflicting")) return "conflicting";
  return reasons.length > 0 && reasons.every((reason) => reason === "imprecise") ? "imprecise" : null;
}
