import type { Fact, Need } from "../../../dsl/index.ts";
import { needSentence } from "../../words/index.ts";
import type { Case, Statement } from "../case.ts";
import type { NotDocumentedReason, WeighedStatement } from "../information.ts";
import { unmetNeeds, withDocument } from "./needs.ts";
import { readStated } from "./reading.ts";
import type { Parts, ReadingProblem } from "./result.ts";
import { statedText } from "./statedText.ts";

/** A statement of the record, read and held against what its fact needs. */
export interface Weighing {
  readonly statement: WeighedStatement;
  /** Without parts it is not admitted. */
  readonly parts: Parts | null;
  /** Why it is not admitted. */
  readonly reason: NotDocumentedReason | null;
  readonly problem: ReadingProblem | null;
}

export function weigh(statement: Statement, fact: Fact, of: Case): Weighing {
  const reading = readStated(statement, fact, of.dates);
  if ("problem" in reading) {
    return refusal(statement, of, "Its value cannot be read.", "weaker evidence", reading.problem);
  }
  const evidence = statement.evidence === null ? null : withDocument(statement.evidence, of);
  const unmet = unmetNeeds(fact.needs, evidence, of.dates);
  if (unmet.length === 0)
    return { statement: weighed(statement, of, null), parts: reading.parts, reason: null, problem: null };
  const onlyOld = evidence !== null && evidence.date !== null && unmet.every((need) => need.kind === "recent");
  return refusal(statement, of, shortfall(unmet, evidence), onlyOld ? "too old" : "weaker evidence", null);
}

function refusal(
  statement: Statement,
  of: Case,
  why: string,
  reason: NotDocumentedReason,
  problem: ReadingProblem | null,
): Weighing {
  return { statement: weighed(statement, of, why), parts: null, reason, problem };
}

function shortfall(unmet: readonly Need[], evidence: { readonly date: string | null } | null): string {
  const needed = needSentence(unmet);
  if (evidence === null) return needed;
  const undated = evidence.date === null && unmet.some((need) => need.kind === "recent");
  return undated ? `${needed} This has no date.` : needed;
}

function weighed(statement: Statement, of: Case, why: string | null): WeighedStatement {
  return {
    value: statement.value,
    text: statedText(statement.value),
    evidence: evidenceOf(statement, of),
    shortfall: why,
  };
}

function evidenceOf({ evidence }: Statement, of: Case): WeighedStatement["evidence"] {
  if (evidence === null) return null;
  const document = of.documents.find((each) => each.id === evidence.document);
  return {
    ...evidence,
    author: evidence.author ?? document?.author ?? null,
    documentTitle: document?.title ?? null,
    documentDate: document?.date ?? null,
  };
}
