import { stringify } from "yaml";
import type { Case, CaseDocument, Expectation, Rebuttal, RequestedService } from "../case.ts";
import { evidenceData, factData, listData } from "./factData.ts";
import { caseSchemaName } from "./schema.ts";

/** A case as the plain data of its file, in the order people write it, without what it does not say. */
export function caseData(of: Case): Readonly<Record<string, unknown>> {
  const { reviewer, statement } = of.review;
  const facts = { ...factsData(of.facts), ...Object.fromEntries(of.lists.map((each) => [each.list, listData(each)])) };
  return said({
    schema: caseSchemaName,
    case: of.title,
    summary: paragraphs(of.summary),
    review: some(said({ reviewer, statement: paragraphs(statement) })),
    dates: of.dates,
    documents: some(Object.fromEntries(of.documents.map((document) => [document.id, documentData(document)]))),
    facts: some(facts),
    requests: of.requests.map(requestData),
  });
}

/** The text of a case file, which reads as the same case. */
export function writeCase(of: Case): string {
  return stringify(caseData(of), { version: "1.2", schema: "core", lineWidth: 100, nullStr: "" });
}

/** Without what is `null` or not given. */
function said(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));
}

/** `null` for a map without entries. */
function some(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  return Object.keys(data).length === 0 ? null : data;
}

const paragraphs = (all: readonly string[]): string | null => (all.length === 0 ? null : all.join("\n\n"));

function factsData(facts: Case["facts"]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    facts.map((fact) => [fact.fact, factData(fact)] as const).filter(([, data]) => data !== undefined),
  );
}

const documentData = ({ title, date, author }: CaseDocument): unknown => said({ title, date, author });

function requestData(request: RequestedService): unknown {
  const { service, code, administrator, decision, expect, rebuttals } = request;
  return said({
    service,
    code,
    "asked for": some(factsData(request.askedFor)),
    administrator: administrator && said({ ...administrator }),
    decision: decision && said({ ...decision }),
    rebuttals: rebuttals?.map(rebuttalData),
    expect: expect && expectationData(expect),
  });
}

function rebuttalData({ of, question, level, against, evidence }: Rebuttal): unknown {
  return said({ of, question, level, against, evidence: evidence && evidenceData(evidence) });
}

export function expectationData(expect: Expectation): object {
  const { outcome, review, answers, values, governing, source, filledInBy } = expect;
  return said({
    outcome,
    review,
    answers: some(answers),
    values: some(values ?? {}),
    governing,
    source,
    "filled in by": filledInBy,
  });
}
