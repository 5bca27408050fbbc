import type { Fact } from "../../dsl/index.ts";
import type { Answer, FactEvidence, NotDocumentedReason } from "../values/index.ts";
import { backings, capital, isolated, listed, needSentence, sentence, statementInWords } from "../words/index.ts";

/** Nearest to documented first: what stands for a criterion whose parts lack for several reasons. */
const nearest: readonly NotDocumentedReason[] = [
  "conflicting",
  "weaker evidence",
  "too old",
  "imprecise",
  "incomplete",
  "asked and unknown",
  "never asked",
];

export function nearestReason(reasons: readonly (NotDocumentedReason | null)[]): NotDocumentedReason | null {
  return nearest.find((reason) => reasons.includes(reason)) ?? null;
}

/** Why one fact is not documented, as a reviewer reads it. */
export function reasonText(reason: NotDocumentedReason, fact: Fact | null, evidence: FactEvidence): string {
  switch (reason) {
    case "never asked":
      return "Never addressed. The case does not speak of it.";
    case "asked and unknown":
      return evidence.remark === null
        ? "Asked and unknown."
        : sentence(`Asked and unknown: ${isolated(evidence.remark)}`);
    case "weaker evidence":
      return `Weaker evidence only: ${fellShort(fact, evidence)}`;
    case "too old":
      return `Too old: ${fellShort(fact, evidence)}`;
    case "conflicting":
      return sentence(`Conflicting: ${listed(evidence.admitted.map(statementInWords), "and")}`);
    case "incomplete":
      return "The list is not said to be complete: there may be entries that the case does not name.";
    case "imprecise":
      return sentence(`Not precise enough: documented as ${listed(evidence.admitted.map(statementInWords), "and")}`);
  }
}

/** `Opinion, progress report 2014-04-09. Objective evidence is needed.` */
function fellShort(fact: Fact | null, { demoted }: FactEvidence): string {
  const needs = demoted.map((statement) => statement.shortfall).filter((shortfall) => shortfall !== null);
  const needed = needs.length > 0 ? [...new Set(needs)].map(sentence).join(" ") : needSentence(fact?.needs ?? []);
  return `${sentence(backings(demoted))} ${needed}`;
}

/** A fact that conflicts, in a test that comes out the same whichever statement is right. */
export function decidedThoughConflicting({ admitted }: FactEvidence): string {
  return sentence(
    `The record conflicts, and either way the answer is the same: ${listed(admitted.map(statementInWords), "and")}`,
  );
}

/** A parent that is decided while the part that decides it is open. */
export function eitherWay(answer: Answer): string {
  return sentence(
    `${capital(answer)} either way: its parts are not all documented, and the answer is the same however they turn out`,
  );
}

/** `significant symptom change: weaker evidence; strengthening program: never asked` */
export function reasonsOfParts(
  parts: readonly { readonly criterion: string; readonly reason: NotDocumentedReason }[],
): string {
  return sentence(parts.map(({ criterion, reason }) => `${capital(isolated(criterion))}: ${plain[reason]}`).join("; "));
}

const plain: Readonly<Record<NotDocumentedReason, string>> = {
  "never asked": "never addressed",
  "asked and unknown": "asked and unknown",
  "weaker evidence": "weaker evidence only",
  "too old": "too old",
  conflicting: "conflicting",
  imprecise: "not precise enough",
  incomplete: "list not said to be complete",
};
