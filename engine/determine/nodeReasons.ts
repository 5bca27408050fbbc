import type { Fact } from "../../dsl/index.ts";
import type { Answer, FactEvidence, NotDocumentedReason } from "../values/index.ts";
import { asClause, listed, sentence } from "../words/index.ts";
import { grounds } from "./grounds.ts";
import type { Node } from "./node.ts";
import type { Group } from "./outline/index.ts";
import { decidedThoughConflicting, eitherWay, reasonsOfParts, reasonText } from "./reasons.ts";

export function openParts(parts: readonly Node[]): readonly Node[] {
  return parts.filter((part) => part.finding.answer === "not documented");
}

/** What a node is made from. */
export interface Behind {
  readonly fact: Fact | null;
  readonly evidence: FactEvidence | null;
  readonly group: Group | null;
  readonly parts: readonly Node[];
}

/** Why a node is not documented, or what there is to say of how it is decided; `null` when its parts say it all. */
export function reasonWords(answer: Answer, reason: NotDocumentedReason | null, behind: Behind): string | null {
  if (reason === null) return decidedWords(answer, behind);
  if (behind.evidence !== null) return reasonText(reason, behind.fact, behind.evidence);
  return reasonOfGroup(openParts(behind.parts));
}

/** One text where all open parts lack for the same reason in the same words; otherwise each by name. */
function reasonOfGroup(open: readonly Node[]): string | null {
  const first = open[0]?.finding;
  if (first !== undefined && open.every((part) => part.finding.reasonText === first.reasonText))
    return first.reasonText;
  const named = open.flatMap(openByName);
  return reasonsOfParts(
    named.map(({ finding }) => ({ criterion: finding.criterion, reason: finding.reason ?? "never asked" })),
  );
}

/** `any of` is no name: its open parts speak for it. */
function openByName(part: Node): readonly Node[] {
  return part.outline.named || part.parts.length === 0 ? [part] : openParts(part.parts).flatMap(openByName);
}

function decidedWords(answer: Answer, { evidence, group, parts }: Behind): string | null {
  if (evidence?.reason === "conflicting") return decidedThoughConflicting(evidence);
  if (group?.kind === "waived") return waivedWords(answer, parts);
  if (group?.kind === "when") return conditionalWords(answer, parts);
  if (group === null) return null;
  const met = countOf("met", parts);
  const open = countOf("not documented", parts);
  return decidedByParts(group, met, open, parts.length) ? null : eitherWay(answer);
}

function countOf(answer: Answer, parts: readonly Node[]): number {
  let count = 0;
  for (const part of parts) if (part.finding.answer === answer) count += 1;
  return count;
}

/** `Waived, because analgesics were not tolerated.` */
function waivedWords(answer: Answer, [criterion, ...waivers]: readonly Node[]): string | null {
  if (criterion === undefined || answer === "not met" || criterion.finding.answer === "met") return null;
  const met = waivers.filter(({ finding }) => finding.answer === "met");
  if (met.length === 0) return eitherWay(answer);
  const why = listed(
    met.flatMap(grounds).map(({ outline }) => asClause(outline.phrase)),
    "and",
  );
  return sentence(`Waived, because ${why}`);
}

function conditionalWords(answer: Answer, [condition, ...required]: readonly Node[]): string | null {
  if (condition?.finding.answer === "not met") return "Not required of this case.";
  const decides = required.every(({ finding }) => finding.answer !== "not documented");
  return decides ? null : eitherWay(answer);
}

/** Whether the parts that are decided settle their parent, whatever the open ones turn out to be. */
function decidedByParts(group: Group, met: number, open: number, all: number): boolean {
  if (open === 0) return true;
  if (group.kind === "any" || group.kind === "none") return met > 0;
  if (group.kind === "all") return met + open < all;
  if (group.kind !== "count") return false;
  const certainlyMet = met >= group.atLeast && met + open <= group.atMost;
  return certainlyMet || met + open < group.atLeast || met > group.atMost;
}
