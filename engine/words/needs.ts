import type { Need } from "../../dsl/index.ts";
import { once } from "../values/index.ts";
import { quoted, sentence } from "./sentence.ts";

/**
 * What a fact needs, as the noun a letter uses: `objective evidence`, `test-result evidence within 3 months before the
 * request date`, `evidence from the treating physician`; without needs `evidence`.
 */
export const neededEvidence = once((needs: readonly Need[]): string => {
  const kinds = needs.filter((need) => need.kind === "evidence kind").map((need) => evidenceOfKind(need.text));
  const attested = needs.filter((need) => need.kind === "attestation").map(({ statement }) => attestation(statement));
  const others = needs.flatMap((need) => circumstance(need) ?? []);
  const what = [...kinds, ...attested];
  return [what.length === 0 ? "evidence" : what.join(" and "), ...others].join(" ");
});

/** `Objective evidence is needed.` */
export const needSentence = once((needs: readonly Need[]): string => sentence(`${neededEvidence(needs)} is needed`));

/** The author's words after `needs`, made to end in `evidence`. */
function evidenceOfKind(text: string): string {
  const words = text.trim().replace(/^needs\s+/iu, "");
  if (/\bevidence\b/iu.test(words)) return words;
  return words.split(" ").length > 2 ? `evidence (${words})` : `${words.replace(/\s+/gu, "-")} evidence`;
}

/** `attestation by the reviewer (“I have examined the patient”)` */
function attestation(statement: string): string {
  return `attestation by the reviewer (${quoted(statement)})`;
}

function circumstance(need: Need): string | null {
  if (need.kind === "evidence kind" || need.kind === "attestation") return null;
  if (need.kind === "author") return `from the ${need.role.replace(/^the\s+/iu, "")}`;
  return `within ${need.amount} ${unitFor(need.amount, need.unit)} before the ${need.before}`;
}

function unitFor(amount: number, unit: string): string {
  return amount === 1 ? unit.replace(/s$/u, "") : unit;
}
