import type { Fact, Span } from "../../../dsl/index.ts";
import type { Case, CaseFact, Statement } from "../case.ts";
import type { FactEvidence, NotDocumentedReason, WeighedStatement } from "../information.ts";
import { once } from "../once.ts";
import type { Parts, ReadingProblem } from "./result.ts";
import { weigh } from "./weigh.ts";

/** One fact of a guideline as a case documents it. */
export interface FactReading {
  readonly fact: Fact;
  /** What each admitted statement says; empty: not documented. */
  readonly admitted: readonly Parts[];
  /** Why nothing is admitted: of several statements that fall short, one that is only too old comes nearest to being enough. */
  readonly lacking: NotDocumentedReason;
  readonly evidence: Omit<FactEvidence, "reason">;
  readonly problems: readonly { readonly problem: ReadingProblem; readonly place: Span | null }[];
}

const nothing: readonly never[] = [];

/** A fact of which the case says nothing: the same for every case. */
export const neverAsked = once((fact: Fact): FactReading => {
  const evidence = { admitted: nothing, demoted: nothing, remark: null };
  return { fact, admitted: nothing, lacking: "never asked", evidence, problems: nothing };
});

/** `stated`: what the case says of the fact, in one place or several. */
export function readFact(fact: Fact, stated: readonly CaseFact[], of: Case): FactReading {
  const first = stated[0];
  const only = first?.statements[0];
  if (first !== undefined && only !== undefined && stated.length === 1 && first.statements.length === 1)
    return readOne(fact, only, first.remark, of);
  return readSeveral(fact, stated, of);
}

/** As most facts are stated, with nothing to be gathered. */
function readOne(fact: Fact, only: Statement, remark: string | null, of: Case): FactReading {
  const { statement, parts, reason, problem } = weigh(only, fact, of);
  return {
    fact,
    admitted: parts === null ? nothing : [parts],
    lacking: reason === "too old" ? "too old" : "weaker evidence",
    evidence: {
      admitted: parts === null ? nothing : [statement],
      demoted: parts === null ? [statement] : nothing,
      remark,
    },
    problems: problem === null ? nothing : [{ problem, place: only.place ?? null }],
  };
}

function readSeveral(fact: Fact, stated: readonly CaseFact[], of: Case): FactReading {
  const parts: Parts[] = [];
  const admitted: WeighedStatement[] = [];
  const demoted: WeighedStatement[] = [];
  const problems: { readonly problem: ReadingProblem; readonly place: Span | null }[] = [];
  let onlyOld = false;
  // One loop: this runs for every statement of every case.
  for (const { statements } of stated) {
    for (const statement of statements) {
      const weighing = weigh(statement, fact, of);
      (weighing.parts === null ? demoted : admitted).push(weighing.statement);
      if (weighing.parts !== null) parts.push(weighing.parts);
      if (weighing.problem !== null) problems.push({ problem: weighing.problem, place: statement.place ?? null });
      onlyOld ||= weighing.reason === "too old";
    }
  }
  const isSilent = admitted.length + demoted.length === 0;
  const remark = stated.find((one) => one.remark !== null)?.remark ?? null;
  return {
    fact,
    admitted: parts,
    lacking: isSilent ? reasonWithout(stated) : onlyOld ? "too old" : "weaker evidence",
    evidence: { admitted, demoted, remark },
    problems,
  };
}

function reasonWithout(stated: readonly CaseFact[]): NotDocumentedReason {
  return stated.some(({ asked }) => asked) ? "asked and unknown" : "never asked";
}
