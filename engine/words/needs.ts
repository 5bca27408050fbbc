import type { Need } from "../../dsl/index.ts";
import { sentence } from "./sentence.ts";

/**
 * What a fact needs, as the noun a letter uses: `objective evidence`, `test-result evidence within 3 months before the
 * request date`, `evidence from the treating physician`; without needs `evidence`.
 */
export function neededEvidence(needs: readonly Need[]): string {
  const kinds = needs.filter((need) => need.kind === "evidence kind").map((need) => evidenceOfKind(need.text));
  const others = needs.filter((need) => need.kind !== "evidence kind").map(circumstance);
  return [kinds.length === 0 ? "evidence" : kinds.join(" and "), ...others].join(" ");
}

/** `Objective evidence is needed.` */
export function needSentence(needs: readonly Need[]): string {
  return sentence(`${neededEvidence(needs)} is needed`);
}

/** The author's words after `needs`, made to end in `evidence`. */
function evidenceOfKind(text: string): string {
  const words = text.trim().replace(/^needs\s+/iu, "");
  if (/\bevidence\b/iu.test(words)) return words;
  return words.split(" ").length > 2 ? `evidence (${words})` : `${words.replace(/\s+/gu, "-")} evidence`;
}

function circumstance(need: Exclude<Need, { kind: "evidence kind" }>): string {
  if (need.kind === "author") return `from the ${need.role.replace(/^the\s+/iu, "")}`;
  return `within ${need.amount} ${unitFor(need.amount, need.unit)} before the ${need.before}`;
}

function unitFor(amount: number, unit: string): string {
  return amount === 1 ? unit.replace(/s$/u, "") : unit;
}
