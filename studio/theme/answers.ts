import type { Answer, NotDocumentedReason, Outcome } from "../../engine/values/index.ts";

/**
 * How an answer or outcome looks: the three answers, the conflict that is a state of its own, and the outcomes that are
 * none of these: given in part, ruled out, left to others.
 */
export type Tone = "met" | "not-met" | "not-documented" | "conflicting" | "modified" | "excluded" | "not-addressed";

export const toneOfAnswer: Readonly<Record<Answer, Tone>> = {
  met: "met",
  "not met": "not-met",
  "not documented": "not-documented",
};

export const toneOfOutcome: Readonly<Record<Outcome, Tone>> = {
  "criteria met": "met",
  modified: "modified",
  "criteria not met": "not-met",
  excluded: "excluded",
  "information needed": "not-documented",
  "not addressed": "not-addressed",
};

/** Whether words that came from elsewhere are an outcome. */
export const isOutcome = (words: string): words is Outcome => Object.hasOwn(toneOfOutcome, words);

/** Whether words that came from elsewhere are one of the three answers. */
export const isAnswer = (words: string): words is Answer => Object.hasOwn(toneOfAnswer, words);

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
