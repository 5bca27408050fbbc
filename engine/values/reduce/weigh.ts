import type { Fact, Need } from "../../../dsl/index.ts";
import { needSentence } from "../../words/index.ts";
import type { Case, Statement } from "../case.ts";
import type { NotDocumentedReason, WeighedStatement } from "../information.ts";
import { dateOf, unmetNeeds } from "./needs.ts";
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
    const shown = weighed(statement, evidenceOf(statement, of), "Its value cannot be read.");
    return refusal(shown, "weaker evidence", reading.problem);
  }
  const evidence = evidenceOf(statement, of);
  const unmet = unmetNeeds(fact.needs, evidence, of.dates);
  if (unmet.length === 0)
    return { statement: weighed(statement, evidence, null), parts: reading.parts, reason: null, problem: null };
  const date = evidence && dateOf(evidence);
  const onlyOld = date !== null && unmet.every((need) => need.kind === "recent");
  const undated = evidence !== null && date === null;
  const why = shortfall(unmet, undated);
  return refusal(weighed(statement, evidence, why), onlyOld ? "too old" : "weaker evidence", null);
}

function refusal(statement: WeighedStatement, reason: NotDocumentedReason, problem: ReadingProblem | null): Weighing {
  return { statement, parts: null, reason, problem };
}

function shortfall(unmet: readonly Need[], undated: boolean): string {
  const needed = needSentence(unmet);
  return undated && unmet.some((need) => need.kind === "recent") ? `${needed} This has no date.` : needed;
}

function weighed({ value }: Statement, evidence: WeighedStatement["evidence"], why: string | null): WeighedStatement {
  return { value, text: statedText(value), evidence, shortfall: why };
}

function evidenceOf({ evidence }: Statement, { documents }: Case): WeighedStatement["evidence"] {
  if (evidence === null) return null;
  const { kind, document, date, author, page, quote } = evidence;
  const held = document === null ? undefined : documents.find((each) => each.id === document);
  return {
    kind,
    document,
    date,
    author: author ?? held?.author ?? null,
    page,
    quote,
    documentTitle: held?.title ?? null,
    documentDate: held?.date ?? null,
  };
}
