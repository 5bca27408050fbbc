import type { Case, CaseDocument, Rebuttal, RequestedService } from "../case.ts";
import { placeOf, type YamlFile } from "../yaml/index.ts";
import { evidenceOf, factsOf, listsOf } from "./facts.ts";
import type { CaseShape, RequestShape } from "./schema.ts";

/** The case that a file of the right shape describes. */
export function caseOf(file: YamlFile, shape: CaseShape): Case {
  return {
    id: file.name,
    title: shape.case,
    summary: paragraphs(shape.summary),
    review: { reviewer: shape.review?.reviewer ?? null, statement: paragraphs(shape.review?.statement) },
    dates: shape.dates,
    documents: Object.entries(shape.documents ?? {}).map(([id, document]) => documentOf(id, document)),
    facts: factsOf(file, ["facts"], shape.facts ?? {}),
    lists: listsOf(file, shape.facts ?? {}),
    requests: shape.requests.map((request, index) => requestOf(file, request, index)),
  };
}

/** Paragraphs are separated by empty lines; how lines are broken within them means nothing. */
function paragraphs(text: string | undefined): readonly string[] {
  const parts = (text ?? "").split(/\r?\n[ \t]*\r?\n/).map((part) => part.replace(/\s+/g, " ").trim());
  return parts.filter((part) => part !== "");
}

function documentOf(id: string, document: NonNullable<CaseShape["documents"]>[string]): CaseDocument {
  return { id, title: document.title, date: document.date ?? null, author: document.author ?? null };
}

function requestOf(file: YamlFile, request: RequestShape, index: number): RequestedService {
  const path = ["requests", index];
  const { administrator, decision, expect } = request;
  return {
    service: request.service,
    code: request.code ?? null,
    askedFor: factsOf(file, [...path, "asked for"], request["asked for"] ?? {}),
    administrator: administrator
      ? { decision: administrator.decision, guideline: administrator.guideline ?? null }
      : null,
    decision: decision ? { review: decision.review, reason: decision.reason ?? null } : null,
    expect: expect
      ? {
          outcome: expect.outcome ?? null,
          review: expect.review ?? null,
          answers: expect.answers ?? {},
          values: expect.values ?? {},
          ...(expect.governing === undefined ? {} : { governing: expect.governing }),
          source: expect.source,
          ...(expect["filled in by"] === undefined ? {} : { filledInBy: expect["filled in by"] }),
          place: placeOf(file, [...path, "expect"]),
        }
      : null,
    ...(request.rebuttals === undefined ? {} : { rebuttals: rebuttalsOf(file, request.rebuttals, path) }),
    place: placeOf(file, [...path, "service"]),
  };
}

function rebuttalsOf(
  file: YamlFile,
  rebuttals: NonNullable<RequestShape["rebuttals"]>,
  path: readonly (string | number)[],
): readonly Rebuttal[] {
  return rebuttals.map(({ of, question, level, against, evidence }, index) => ({
    of,
    question,
    level: level ?? null,
    against: against ?? null,
    evidence: evidenceOf(evidence),
    place: placeOf(file, [...path, "rebuttals", index, "of"]),
  }));
}
