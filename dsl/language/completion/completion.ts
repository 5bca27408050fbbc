import type { Span } from "../../source/index.ts";

export type CompletionKind =
  | "snippet"
  | "keyword"
  | "fact"
  | "definition"
  | "service"
  | "operator"
  | "value"
  | "unit"
  | "type"
  | "connective";

/** Something that may be typed at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown to show when it is selected. */
  readonly documentation?: string;
  readonly insert: string;
  /** What it takes the place of; ends at the cursor. */
  readonly replace: Span;
  /** `insert` has places to fill in, written `${1:here}`; else it is plain text. */
  readonly snippet?: boolean;
}

/** A completion before it is known where it goes. */
export type Proposal = Omit<Completion, "replace" | "insert"> & { readonly insert?: string };

/** Those proposals that what is typed between `start` and the cursor may become, without what it is already. */
export function proposed(
  proposals: readonly Proposal[],
  typed: string,
  start: number,
  offset: number,
): readonly Completion[] {
  return proposals
    .filter(({ label }) => couldBecome(typed, label))
    .map((proposal) => ({ ...proposal, insert: proposal.insert ?? proposal.label, replace: { start, end: offset } }));
}

/** Each word typed begins a word of the label, in order: `sym ch` for `significant symptom change`. */
export function couldBecome(typed: string, label: string): boolean {
  const words = label.toLowerCase().split(/\s+/);
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let at = 0;
  return parts.every((part) => {
    while (at < words.length && !words[at]?.startsWith(part)) at++;
    return at++ < words.length;
  });
}
