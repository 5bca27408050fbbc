import type { CaseDeterminations, Determination, Finding, Rationale } from "../determine/index.ts";
import type { WeighedStatement } from "../values/index.ts";

/**
 * Determinations as JSON, in the order of the case. Findings are flat, a parent before its parts, which it names by `id`; the
 * rationale is its text, and beside it the same sentence by sentence with what each was made from.
 */
export function determinationsAsJson({ determinations }: CaseDeterminations): readonly object[] {
  return determinations.map(determination);
}

function determination(of: Determination): object {
  const { service, outcome, possibleOutcomes, review, governing, administrator, decision, stillMatters, rationale } =
    of;
  return {
    service,
    outcome,
    ...(review === null ? {} : { review }),
    possibleOutcomes,
    governing,
    authority: of.authority,
    administrator,
    decision,
    findings: of.findings.flatMap(withParts).map(finding),
    decidedBy: of.decidedBy.map(({ fact, text, evidence }) => ({ fact, text, evidence: evidence.map(statement) })),
    stillMatters,
    ways: of.ways.map(({ steps }) => steps),
    rationale: rationaleText(rationale),
    sentences: rationale,
  };
}

function withParts(of: Finding): readonly Finding[] {
  return [of, ...of.parts.flatMap(withParts)];
}

function finding(of: Finding): object {
  const { id, role, label, criterion, wording, answer, reason, reasonText, citation, fact } = of;
  const optional = { label, wording, reason, reasonText, citation, fact, file: of.span.file ?? null };
  return {
    id,
    role,
    criterion,
    answer,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
    evidence: of.evidence.map(statement),
    weakerEvidence: of.weakerEvidence.map(statement),
    parts: of.parts.map((part) => part.id),
  };
}

function statement({ text, evidence, shortfall }: WeighedStatement): object {
  return { value: text, ...evidence, ...(shortfall === null ? {} : { shortfall }) };
}

/** Paragraphs parted by an empty line. */
export function rationaleText(of: Rationale): string {
  return [of.decision, of.guidelineStates, of.recordShows, of.lacking, of.conclusion]
    .map((sentences) => sentences.map(({ text }) => text).join(" "))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}
