import type { Checked, Diagnostic, Guideline } from "../../../dsl/index.ts";
import type { GuidelineProgram } from "../../ir/index.ts";
import type { Case, RequestedService } from "../case.ts";
import type { FactEvidence, Information, InformationSets, NotDocumentedReason } from "../information.ts";
import { unreadable } from "./complaints.ts";
import { type FactReading, readFact } from "./facts.ts";
import { informationOf } from "./information.ts";

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
  const readings = new Map(guideline.facts.map((fact) => [fact.key, readFact(fact, of, request)]));
  const quantities = informationByQuantity(program, readings, of);
  const facts = [...readings].map(([key, reading]) => [key, evidenceOf(key, reading, program, quantities)] as const);
  return { value: { quantities, facts: new Map(facts) }, diagnostics: problemsOf(readings, of) };
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

function evidenceOf(
  key: string,
  reading: FactReading,
  program: GuidelineProgram,
  quantities: ReadonlyMap<string, Information>,
): FactEvidence {
  const reasons = program.quantities
    .filter((one) => one.fact === key)
    .map((one) => quantities.get(one.id)?.reason ?? null);
  return { ...reading.evidence, reason: reasonOf(reading, reasons) };
}

/** A fact is documented as soon as one of its quantities is; statements that conflict in one of them conflict. */
function reasonOf(reading: FactReading, reasons: readonly (NotDocumentedReason | null)[]): NotDocumentedReason | null {
  if (reading.admitted.length === 0) return reading.lacking;
  if (reasons.includes("conflicting")) return "conflicting";
  return reasons.length > 0 && reasons.every((reason) => reason === "imprecise") ? "imprecise" : null;
}
