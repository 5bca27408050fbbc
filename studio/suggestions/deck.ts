import type { Case, Outcome } from "../../engine/values/index.ts";
import { factLines } from "../factTable/index.ts";
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

/** The case with what should happen, and who says so, under a title that tells it from others. */
export function withExpectation({ case: of, service }: SuggestedCase, outcome: Outcome, source: string): Case {
  const expect = { outcome, review: null, answers: {}, source };
  const requests = of.requests.map((request, at) => (at === 0 ? { ...request, expect } : request));
  return { ...of, title: titleOf(service, of), requests };
}

/** Facts that a title names. */
const named = 3;

/** `home oxygen: PO2 55 mmHg, edema no` */
function titleOf(service: string, of: Case): string {
  const facts = factLines(of).map(({ fact, value }) => `${fact} ${value}`);
  if (facts.length === 0) return `${service}: nothing documented`;
  return `${service}: ${facts.slice(-named).join(", ")}`;
}
