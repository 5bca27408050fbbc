import { useEffect, useRef, useState } from "react";
import type { Outcome } from "../../engine/values/index.ts";
import { useAddCase } from "../files/index.ts";
import { useProofs, useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import type { Suggestions } from "../worker/proof/index.ts";
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
export function useDeck(path: string): Dealing {
  const { analyst, workspace } = useStudio();
  const [deck, setDeck] = useState<Deck | null>(null);
  const card = deck === null ? null : currentCard(deck);
  // While cards lie on the table nothing new is looked for.
  const { fresh, newest } = useSuggestions(path, card === null);
  const writing = useRef(false);
  const add = useAddCase();
  if (deck === null && fresh !== null) setDeck({ cards: fresh.cases, said: [] });

  const say = (answer: Outcome | null, file: string | null) => {
    if (card !== null) setDeck((now) => now && { ...now, said: [...now.said, { card, answer, path: file }] });
  };
  const answer = async (outcome: Outcome, source: string) => {
    // A key held down answers one card.
    if (card === null || writing.current) return;
    writing.current = true;
    const answered = withExpectation(card, outcome, source);
    say(outcome, add(answered.title, await analyst.language.writeCase(answered)));
    writing.current = false;
  };
  const undo = () => {
    const file = deck?.said.at(-1)?.path ?? null;
    // What was saved meanwhile stays: it may be in use already.
    if (file !== null && workspace.state.get().files[file]?.base === null) workspace.discard(file);
    setDeck((now) => now && { ...now, said: now.said.slice(0, -1) });
  };
  return {
    deck,
    answer: (outcome, source) => void answer(outcome, source),
    skip: () => say(null, null),
    undo,
    dealAgain: () => setDeck(newest === null ? null : { cards: newest.cases, said: [] }),
  };
}

interface Suggesting {
  /** Of the texts as they are now; `null` while they are looked for. */
  readonly fresh: Suggestions | null;
  readonly newest: Suggestions | null;
}

/** Has cases looked for while they are wanted. What was found for earlier texts may hold cases that are answered by now. */
function useSuggestions(path: string, wanted: boolean): Suggesting {
  const { prover } = useStudio();
  const [before] = useState(() => prover.state.get().proofs.suggestions);
  const asked = useStore(prover.wants, ({ suggestions }) => suggestions === path);
  const newest = useProofs(({ suggestions }) => (suggestions?.path === path ? suggestions : null));
  const working = useProofs((_, isWorking) => isWorking);
  useEffect(() => {
    prover.wants.set((wants) => ({ ...wants, suggestions: wanted ? path : null }));
    return () => prover.wants.set((wants) => (wants.suggestions === null ? wants : { ...wants, suggestions: null }));
  }, [prover, path, wanted]);
  return { fresh: asked && (newest !== before || !working) ? newest : null, newest };
}
