import type { Answer, NotDocumentedReason, Outcome } from "../../engine/values/index.ts";

/** How an answer looks: the three answers, and the conflict that is a state of its own. */
export type Tone = "met" | "not-met" | "not-documented" | "conflicting";

export const toneOfAnswer: Readonly<Record<Answer, Tone>> = {
  met: "met",
  "not met": "not-met",
  "not documented": "not-documented",
};

export const toneOfOutcome: Readonly<Record<Outcome, Tone>> = {
  "criteria met": "met",
  modified: "met",
  "criteria not met": "not-met",
  excluded: "not-met",
  "information needed": "not-documented",
  "not addressed": "not-documented",
};

/** The short word beside the sign: the reason where there is one, else the answer. */
export const reasonWords: Readonly<Record<NotDocumentedReason, string>> = {
  "never asked": "never addressed",
  "asked and unknown": "not documented",
  "weaker evidence": "weaker evidence only",
  "too old": "evidence too old",
  conflicting: "conflicting",
  imprecise: "not precise enough",
  incomplete: "list may go on",
};

export function toneOf(answer: Answer, reason: NotDocumentedReason | null): Tone {
  return answer === "not documented" && reason === "conflicting" ? "conflicting" : toneOfAnswer[answer];
}

/** "criteria met" as it stands at the start of a label. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
