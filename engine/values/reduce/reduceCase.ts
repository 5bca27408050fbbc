import { caseDates, type Checked, type Diagnostic, type Fact, type Guideline, nameKey } from "../../../dsl/index.ts";
import type { CalculatedQuantity, Comparison, GuidelineProgram, ListReduction, Quantity } from "../../ir/index.ts";
import type { Case, CaseFact, RequestedService } from "../case.ts";
import type { FactEvidence, Information, InformationSets, NotDocumentedReason } from "../information.ts";
import { one } from "../valueSet.ts";
import { Declarations, OnDemand } from "../onDemand.ts";
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
  const { facts, quantities, reductions, comparisons, calculations, shown } = indexOf(guideline, program);
  const stated = statedFacts(facts, of, request);
  const readings = new OnDemand(facts, (fact) => dateOf(fact, of) ?? neverAsked(fact), stated.byPlace);
  const lists = new OnDemand(reductions, ({ reduction, tested }) =>
    reduced(reduction, tested, of, ({ key: fact }) => own(readings, fact)),
  );
  const compared = new OnDemand(comparisons, (comparison) => {
    const [left, right] = [own(readings, comparison.left.key), own(readings, comparison.right.key)];
    const found = compare(comparison, left, right, of.dates);
    return { information: found, evidence: comparedEvidence(found, left, right) };
  });
  const calculated = new OnDemand(calculations, (calculation) =>
    calculate(calculation, { readings, facts, calculations, dates: of.dates }),
  );
  const information = new OnDemand(quantities, ({ quantity, isStated }): Information => {
    if (isStated) return informationOf(quantity, own(readings, quantity.fact), of.dates);
    const number = calculated.get(quantity.fact);
    if (number !== undefined) return calculatedInformation(quantity, number);
    return (lists.get(quantity.fact) ?? own(compared, quantity.fact)).information;
  });
  const evidence = new OnDemand(shown, ({ tested, isStated }, key) => {
    if (isStated) return evidenceOf(own(readings, key), tested, information);
    return (lists.get(key) ?? compared.get(key) ?? own(calculated, key)).evidence;
  });
  return {
    value: { quantities: information, facts: evidence },
    diagnostics: [
      ...stated.readings.flatMap((reading) => problemsOf(reading, of)),
      ...listsStated(reductions, of).flatMap(({ key, of: { reduction } }) =>
        listProblems(reduction, own(lists, key), of),
      ),
    ],
  };
}

/** What a case says of each fact of a guideline, by its key. */
export function readingsOf(
  guideline: Guideline,
  program: GuidelineProgram,
  of: Case,
  request: RequestedService,
): FactsOfCase {
  const { facts } = indexOf(guideline, program);
  const { byPlace } = statedFacts(facts, of, request);
  const readings = new OnDemand(facts, (fact) => dateOf(fact, of) ?? neverAsked(fact), byPlace);
  return ({ key }) => own(readings, key);
}

/** The entry that the caller knows to be there. */
function own<Value>(map: Pick<ReadonlyMap<string, Value>, "get">, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The guideline does not declare ${key}`);
  return value;
}

interface Index {
  readonly facts: Declarations<Fact>;
  /** `isStated`: of a fact that cases state, rather than one reduced from a list, compared or calculated. */
  readonly quantities: Declarations<{ readonly quantity: Quantity; readonly isStated: boolean }>;
  /** With the quantities that are tested of them. */
  readonly reductions: Declarations<TestedReduction>;
  readonly comparisons: Declarations<Comparison>;
  readonly calculations: Declarations<CalculatedQuantity>;
  /** All that evidence is shown of: facts, what is reduced from lists or calculated, and facts held against each other. */
  readonly shown: Declarations<{ readonly tested: readonly Quantity[]; readonly isStated: boolean }>;
}

interface TestedReduction {
  readonly reduction: ListReduction;
  readonly tested: readonly Quantity[];
}

const indexed = new WeakMap<GuidelineProgram, Index>();

/** A program answers many cases. */
function indexOf(guideline: Guideline, program: GuidelineProgram): Index {
  const known = indexed.get(program) ?? index(guideline, program);
  indexed.set(program, known);
  return known;
}

function index(guideline: Guideline, program: GuidelineProgram): Index {
  const { reductions, comparisons, calculations, quantities } = program;
  const derived = new Set([...reductions, ...comparisons, ...calculations].map(({ fact }) => fact.key));
  const facts = [...guideline.facts, ...caseDates];
  const isStated = (key: string): boolean => !derived.has(key);
  const tested = Map.groupBy(quantities, ({ fact }) => fact);
  const testedOf = (key: string): readonly Quantity[] => tested.get(key) ?? [];
  return {
    facts: new Declarations(facts.map((fact) => [fact.key, fact])),
    quantities: new Declarations(
      quantities.map((quantity) => [quantity.id, { quantity, isStated: isStated(quantity.fact) }]),
    ),
    reductions: new Declarations(
      reductions.map((reduction) => [reduction.fact.key, { reduction, tested: testedOf(reduction.fact.key) }]),
    ),
    comparisons: new Declarations(comparisons.map((comparison) => [comparison.fact.key, comparison])),
    calculations: new Declarations(calculations.map((each) => [each.fact.key, each])),
    shown: new Declarations(
      [...facts.map(({ key }) => key), ...derived].map((key) => [
        key,
        { tested: testedOf(key), isStated: isStated(key) },
      ]),
    ),
  };
}

/** The facts of which the case says something, in its order. */
interface Stated {
  readonly readings: readonly FactReading[];
  readonly byPlace: (FactReading | undefined)[];
}

function statedFacts(facts: Declarations<Fact>, of: Case, request: RequestedService): Stated {
  const said: (CaseFact[] | undefined)[] = facts.all.map(() => undefined);
  const places: number[] = [];
  const collect = (stated: readonly CaseFact[], asked: boolean): void => {
    for (const one of stated) {
      const fact = facts.at(nameKey(one.fact));
      if (fact === undefined || (fact.of.askedFor !== null) !== asked) continue;
      const before = said[fact.place];
      if (before !== undefined) {
        before.push(one);
        continue;
      }
      said[fact.place] = [one];
      places.push(fact.place);
    }
  };
  collect(of.facts, false);
  collect(request.askedFor, true);
  const byPlace = facts.all.map(({ of: fact, place }) => {
    const stated = said[place];
    return stated && readFact(fact, stated, of);
  });
  return { byPlace, readings: places.flatMap((place) => byPlace[place] ?? []) };
}

/** What it comes to, or whether what it needs is documented. */
function calculatedInformation({ part }: Quantity, { information, undocumented }: Calculated): Information {
  return part === "undocumented" ? { values: one(undocumented ? 1 : 0), reason: null } : information;
}

/** A date of the case as a fact that it states; `null` for any other fact. */
function dateOf({ key }: Fact, of: Case): FactReading | null {
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

function listsStated(reductions: Declarations<TestedReduction>, { lists }: Case): Declarations<TestedReduction>["all"] {
  if (lists.length === 0) return [];
  return reductions.all.filter(({ of: { reduction } }) =>
    lists.some(({ list }) => nameKey(list) === reduction.list.key),
  );
}

function problemsOf({ fact, problems }: FactReading, of: Case): readonly Diagnostic[] {
  return problems.map((one) => unreadable(of.id, fact, one));
}

function evidenceOf(
  reading: FactReading,
  tested: readonly Quantity[],
  quantities: ReadonlyMap<string, Information>,
): FactEvidence {
  const { admitted, demoted, remark } = reading.evidence;
  return { admitted, demoted, reason: reasonOf(reading, tested, quantities), remark };
}

/** A fact is documented as soon as one of its quantities is; statements that conflict in one of them conflict. */
function reasonOf(
  { admitted, lacking }: FactReading,
  tested: readonly Quantity[],
  quantities: ReadonlyMap<string, Information>,
): NotDocumentedReason | null {
  if (admitted.length === 0) return lacking;
  const reasonAt = ({ id }: Quantity): NotDocumentedReason | null => quantities.get(id)?.reason ?? null;
  if (tested.some((one) => reasonAt(one) === "conflicting")) return "conflicting";
  return tested.length > 0 && tested.every((one) => reasonAt(one) === "imprecise") ? "imprecise" : null;
}
