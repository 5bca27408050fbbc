import { useEffect, useRef, useState } from "react";
import type { Outcome } from "../../engine/values/index.ts";
import { useAddCase } from "../files/index.ts";
import { useProofs, useStudio } from "../session/index.ts";
import { currentCard, type Deck, withExpectation } from "./deck.ts";

interface Dealing {
  /** `null` while no case was found yet. */
  readonly deck: Deck | null;
  readonly answer: (outcome: Outcome, source: string) => void;
  readonly skip: () => void;
  readonly undo: () => void;
  /** Takes the cases that are suggested by now. */
  readonly dealAgain: () => void;
}

/** Deals the cases suggested for a guideline once: answers change what is suggested, but not the cards on the table. */
export function useDeck(path: string | null): Dealing {
  const { prover, workspace } = useStudio();
  const suggestions = useProofs((proofs) => (proofs.suggestions?.path === path ? proofs.suggestions : null));
  const [deck, setDeck] = useState<Deck | null>(null);
  const writing = useRef(false);
  const add = useAddCase();
  useEffect(
    () => prover.wants.set((wants) => (wants.suggestions === path ? wants : { ...wants, suggestions: path })),
    [prover, path],
  );
  if (deck === null && suggestions !== null) setDeck({ cards: suggestions.cases, said: [] });

  const card = deck === null ? null : currentCard(deck);
  const say = (answer: Outcome | null, path: string | null) => {
    if (card !== null) setDeck((now) => now && { ...now, said: [...now.said, { card, answer, path }] });
  };
  const answer = async (outcome: Outcome, source: string) => {
    // A key held down answers one card.
    if (card === null || writing.current) return;
    writing.current = true;
    const answered = withExpectation(card, outcome, source);
    say(outcome, add(answered.title, await prover.ask().caseText(answered)));
    writing.current = false;
  };
  const undo = () => {
    const path = deck?.said.at(-1)?.path ?? null;
    // What was saved meanwhile stays: it may be in use already.
    if (path !== null && workspace.state.get().files[path]?.base === null) workspace.discard(path);
    setDeck((now) => now && { ...now, said: now.said.slice(0, -1) });
  };
  return {
    deck,
    answer: (outcome, source) => void answer(outcome, source),
    skip: () => say(null, null),
    undo,
    dealAgain: () => setDeck(suggestions === null ? null : { cards: suggestions.cases, said: [] }),
  };
}
