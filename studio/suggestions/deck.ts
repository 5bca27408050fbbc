import type { Case, Outcome } from "../../engine/values/index.ts";
import type { SuggestedCase } from "../worker/proof/index.ts";

/** The cards dealt, and what was said to those that are behind. */
export interface Deck {
  readonly cards: readonly SuggestedCase[];
  /** One for each card that was answered or skipped, in order. */
  readonly said: readonly Said[];
}

export interface Said {
  readonly card: SuggestedCase;
  /** `null`: skipped. */
  readonly answer: Outcome | null;
  /** The case file that holds the answer. */
  readonly path: string | null;
}

export const currentCard = ({ cards, said }: Deck): SuggestedCase | null => cards[said.length] ?? null;

/** Answers that are not what the text says. */
export const otherwise = ({ said }: Deck): readonly Said[] =>
  said.filter(({ card, answer }) => answer !== null && answer !== card.says);

/** The case with what should happen, and who says so. */
export function withExpectation(of: Case, outcome: Outcome, source: string): Case {
  const expect = { outcome, review: null, answers: {}, source };
  return { ...of, requests: of.requests.map((request, at) => (at === 0 ? { ...request, expect } : request)) };
}
