import type { Fact, Span } from "../../../dsl/index.ts";
import type { Case, CaseFact } from "../case.ts";
import type { FactEvidence, NotDocumentedReason } from "../information.ts";
import type { Parts, ReadingProblem } from "./result.ts";
import { weigh, type Weighing } from "./weigh.ts";

/** One fact of a guideline as a case documents it. */
export interface FactReading {
  readonly fact: Fact;
  /** What each admitted statement says; empty: not documented. */
  readonly admitted: readonly Parts[];
  /** Why nothing is admitted. Not of interest when something is. */
  readonly lacking: NotDocumentedReason;
  readonly evidence: Omit<FactEvidence, "reason">;
  readonly problems: readonly { readonly problem: ReadingProblem; readonly place: Span | null }[];
}

/** A fact of which the case says nothing. */
export function neverAsked(fact: Fact): FactReading {
  const evidence = { admitted: [], demoted: [], remark: null };
  return { fact, admitted: [], lacking: "never asked", evidence, problems: [] };
}

/** `stated`: what the case says of the fact, in one place or several. */
export function readFact(fact: Fact, stated: readonly CaseFact[], of: Case): FactReading {
  const statements = stated.flatMap((one) => one.statements);
  const weighings = statements.map((statement) => weigh(statement, fact, of));
  const admitted = weighings.filter(isAdmitted);
  return {
    fact,
    admitted: admitted.map(({ parts }) => parts),
    lacking: reasonWithout(weighings, stated),
    evidence: {
      admitted: admitted.map(({ statement }) => statement),
      demoted: weighings.filter((one) => !isAdmitted(one)).map(({ statement }) => statement),
      remark: stated.map((one) => one.remark).find((remark) => remark !== null) ?? null,
    },
    problems: weighings.flatMap(({ problem }, index) =>
      problem === null ? [] : [{ problem, place: statements[index]?.place ?? null }],
    ),
  };
}

function isAdmitted(weighing: Weighing): weighing is Weighing & { readonly parts: Parts } {
  return weighing.parts !== null;
}

/** Of several statements that fall short, one that is only too old comes nearest to being enough. */
function reasonWithout(weighings: readonly Weighing[], stated: readonly CaseFact[]): NotDocumentedReason {
  if (weighings.some(({ reason }) => reason === "too old")) return "too old";
  if (weighings.length > 0) return "weaker evidence";
  return stated.some((one) => one.asked) ? "asked and unknown" : "never asked";
}
