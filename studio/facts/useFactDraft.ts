import { type FocusEvent, useRef, useState } from "react";
import type { CaseFact } from "../../engine/values/index.ts";
import { useStudio } from "../session/index.ts";
import type { FactView } from "../worker/index.ts";
import { hasValue } from "./firstStatement.ts";

export type FactState = "documented" | "asked" | "never asked";

export function stateOf(fact: CaseFact): FactState {
  if (fact.statements.length > 0) return "documented";
  return fact.asked ? "asked" : "never asked";
}

/** The fact as it was before the edit under way, and the way back to it. */
interface Before {
  readonly fact: CaseFact;
  readonly restore: () => Promise<void>;
}

/**
 * What the form shows while it is typed in. The case's text is the truth: what comes back from it replaces the draft as
 * soon as nobody is typing here.
 */
export function useFactDraft(fact: FactView, path: string) {
  const { caseChanges } = useStudio();
  const upstream: CaseFact = fact.stated ?? { fact: fact.name, statements: [], asked: false, remark: null };
  const [draft, setDraft] = useState(upstream);
  const [seen, setSeen] = useState(fact.stated);
  const [typing, setTyping] = useState(false);
  const before = useRef<Before | null>(null);
  if (seen !== fact.stated) {
    setSeen(fact.stated);
    if (!typing) setDraft(upstream);
  }

  const change = (next: CaseFact, merge = false) => {
    before.current ??= { fact: draft, restore: caseChanges.mark(path) };
    setTyping(true);
    setDraft(next);
    const written = { ...next, statements: next.statements.filter(hasValue) };
    if (next.statements.length > 0 && written.statements.length === 0) return;
    const of = fact.request === null ? {} : { request: fact.request.index };
    void caseChanges.change(path, { kind: "fact", fact: written, ...of }, fact.name, merge);
  };
  const adopt = () => {
    before.current = null;
    setTyping(false);
  };
  return {
    draft,
    change,
    /** What is typed in one field undoes by itself; the edit is done when the focus leaves the form. */
    leave: (event: FocusEvent) => {
      caseChanges.mark(path);
      if (!event.currentTarget.contains(event.relatedTarget)) adopt();
    },
    /** Shows what the case's text says, whatever is typed here. */
    follow: () => {
      adopt();
      setDraft(upstream);
    },
    /** Takes back everything changed since the focus came into the form; false when nothing was. */
    cancel: (): boolean => {
      if (before.current === null) return false;
      setDraft(before.current.fact);
      void before.current.restore();
      adopt();
      return true;
    },
  };
}
