import type { Case, CaseFact, CaseList } from "../../engine/values/index.ts";
import { entryText, valueText } from "../words/index.ts";

/** One thing a case documents, as it stands in a short list. */
export interface FactLine {
  readonly fact: string;
  readonly value: string;
  /** `objective finding`, where the kind of evidence is given. */
  readonly evidence: string | null;
}

/** What a case documents, fact by fact, in the words of its file; what is said twice stands once. */
export function factLines(of: Case): readonly FactLine[] {
  const facts = [...of.facts, ...of.requests.flatMap(({ askedFor }) => askedFor)];
  const lines = [...facts.flatMap(linesOfFact), ...of.lists.flatMap(linesOfList)];
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

function linesOfFact({ fact, statements, asked }: CaseFact): readonly FactLine[] {
  const stated = statements.map(({ value, evidence }) => ({
    fact,
    value: valueText(value),
    evidence: evidence?.kind ?? null,
  }));
  return asked && stated.length === 0 ? [{ fact, value: "asked, and not documented", evidence: null }] : stated;
}

function linesOfList({ list, entries, complete }: CaseList): readonly FactLine[] {
  const lines = entries.map((entry) => ({
    fact: list,
    value: entryText(entry),
    evidence: entry.evidence?.kind ?? null,
  }));
  if (lines.length === 0) return [{ fact: list, value: complete ? "none" : "none documented so far", evidence: null }];
  return complete ? lines : [...lines, { fact: list, value: "and perhaps others", evidence: null }];
}
