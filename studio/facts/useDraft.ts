import { type FocusEvent, useRef, useState } from "react";
import { useStudio } from "../session/index.ts";

/** What a form edits: the value as the case's text has it, and how a changed one is written there. */
export interface Drafted<Value> {
  readonly path: string;
  /** What the text says; another object as soon as the text says something new, `null` while it says nothing. */
  readonly stated: Value | null;
  /** What the form shows while the text says nothing. */
  readonly unstated: Value;
  /** `merge`: one stroke of several; they undo together. */
  readonly write: (next: Value, merge: boolean) => void;
}

/** The value as it was before the edit under way, and the way back to it. */
interface Before<Value> {
  readonly value: Value;
  readonly restore: () => Promise<void>;
}

/**
 * What the form shows while it is typed in. The case's text is the truth: what comes back from it replaces the draft as
 * soon as nobody is typing here.
 */
export function useDraft<Value>({ path, stated, unstated, write }: Drafted<Value>) {
  const { caseChanges } = useStudio();
  const upstream = stated ?? unstated;
  const [draft, setDraft] = useState(upstream);
  const [seen, setSeen] = useState(stated);
  const [typing, setTyping] = useState(false);
  const before = useRef<Before<Value> | null>(null);
  if (seen !== stated) {
    setSeen(stated);
    if (!typing) setDraft(upstream);
  }

  const change = (next: Value, merge = false) => {
    before.current ??= { value: draft, restore: caseChanges.mark(path) };
    setTyping(true);
    setDraft(next);
    write(next, merge);
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
      setDraft(before.current.value);
      void before.current.restore();
      adopt();
      return true;
    },
  };
}
