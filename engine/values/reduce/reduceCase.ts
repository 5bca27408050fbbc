import { type Checked, type Diagnostic, type Guideline, nameKey } from "../../../dsl/index.ts";
import type { GuidelineProgram, Quantity } from "../../ir/index.ts";
import type { Case, CaseFact, RequestedService } from "../case.ts";
import type { FactEvidence, Information, InformationSets, NotDocumentedReason } from "../information.ts";
import { unreadable } from "./complaints.ts";
import { type FactReading, neverAsked, readFact } from "./facts.ts";
import { informationOf } from "./information.ts";
import { reduceList } from "./lists/index.ts";

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
  const [ofRecord, ofRequest] = [byKey(of.facts), byKey(request.askedFor)];
  const readings = new Map(
    guideline.facts.map((fact) => {
      const stated = (fact.askedFor === null ? ofRecord : ofRequest).get(fact.key);
      return [fact.key, stated === undefined ? neverAsked(fact) : readFact(fact, stated, of)];
    }),
  );
  const lists = reducedLists(program, of);
  const quantities = new Map([
    ...informationByQuantity(program, readings, of),
    ...lists.map(({ quantity, information }) => [quantity, information] as const),
  ]);
  const tested = quantitiesByFact(program);
  const facts = [...readings].map(([key, reading]) => [key, evidenceOf(reading, tested.get(key), quantities)] as const);
  const ofLists = lists.map(({ fact, evidence }) => [fact, evidence] as const);
  return {
    value: { quantities, facts: new Map([...facts, ...ofLists]) },
    diagnostics: [...problemsOf(readings, of), ...lists.flatMap(({ problems }) => problems)],
  };
}

interface ReducedQuantity {
  readonly quantity: string;
  readonly fact: string;
  readonly information: Information;
  readonly evidence: FactEvidence;
  readonly problems: readonly Diagnostic[];
}

/** Each quantity of a reduction; a reduction has one. */
function reducedLists(program: GuidelineProgram, of: Case): readonly ReducedQuantity[] {
  return program.reductions.flatMap((reduction) =>
    (quantitiesByFact(program).get(reduction.fact.key) ?? []).map((quantity) => {
      const { information, evidence, entries } = reduceList(reduction, quantity, of);
      const problems = entries.flatMap((entry) =>
        entry.problems.map(({ problem, place }) =>
          unreadable(of.id, reduction.list.fields[0] ?? reduction.fact, { problem, place: place ?? null }),
        ),
      );
      return { quantity: quantity.id, fact: reduction.fact.key, information, evidence, problems };
    }),
  );
}

function informationByQuantity(
  program: GuidelineProgram,
  readings: ReadonlyMap<string, FactReading>,
  of: Case,
): ReadonlyMap<string, Information> {
  const known = program.quantities.flatMap((quantity) => {
    const reading = readings.get(quantity.fact);
    return reading === undefined ? [] : [[quantity.id, informationOf(quantity, reading, of.dates)] as const];
  });
  return new Map(known);
}

function problemsOf(readings: ReadonlyMap<string, FactReading>, of: Case): readonly Diagnostic[] {
  return [...readings.values()].flatMap((reading) =>
    reading.problems.map((one) => unreadable(of.id, reading.fact, one)),
  );
}

function byKey(facts: readonly CaseFact[]): ReadonlyMap<string, readonly CaseFact[]> {
  return Map.groupBy(facts, (one) => nameKey(one.fact));
}

const grouped = new WeakMap<GuidelineProgram, ReadonlyMap<string, readonly Quantity[]>>();

/** A program answers many cases. */
function quantitiesByFact(program: GuidelineProgram): ReadonlyMap<string, readonly Quantity[]> {
  const known = grouped.get(program) ?? Map.groupBy(program.quantities, (one) => one.fact);
  grouped.set(program, known);
  return known;
}

function evidenceOf(
  reading: FactReading,
  tested: readonly Quantity[] | undefined,
  quantities: ReadonlyMap<string, Information>,
): FactEvidence {
  const reasons = (tested ?? []).map((one) => quantities.get(one.id)?.reason ?? null);
  return { ...reading.evidence, reason: reasonOf(reading, reasons) };
}

/** A fact is documented as soon as one of its quantities is; statements that conflict in one of them conflict. */
function reasonOf(reading: FactReading, reasons: readonly (NotDocumentedReason | null)[]): NotDocumentedReason | null {
  if (reading.admitted.length === 0) return reading.lacking;
  if (reasons.includes("conflicting")) return "conflicting";
  return reasons.length > 0 && reasons.every((reason) => reason === "imprecise") ? "imprecise" : null;
}
