import type { OutlineEntry } from "../worker/index.ts";

/** Something the palette finds and does. */
export interface Command {
  readonly id: string;
  readonly words: string;
  readonly kind: Exclude<OutlineEntry["kind"], "definition"> | "criterion" | "case" | "guideline set" | "action";
  readonly run: () => void;
}

export function action(id: string, words: string, run: () => void): Command {
  return { id: `action ${id}`, words, kind: "action", run };
}
