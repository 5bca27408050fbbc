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

/** Those proposals that what is typed between `start` and the cursor may become; those that begin with it first. */
export function proposed(
  proposals: readonly Proposal[],
  typed: string,
  start: number,
  offset: number,
): readonly Completion[] {
  const written = typed.toLowerCase().trimStart();
  const later = ({ label }: Proposal): number => Number(!label.toLowerCase().startsWith(written));
  return proposals
    .filter(({ label }) => couldBecome(typed, label))
    .toSorted((a, b) => later(a) - later(b))
    .map((proposal) => ({ ...proposal, insert: proposal.insert ?? proposal.label, replace: { start, end: offset } }));
}

/** Each label once, the first of it. */
export function withoutRepeats(found: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  return found.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** Each word typed begins a word of the label, in order: `sym ch` for `significant symptom change`. */
function couldBecome(typed: string, label: string): boolean {
  let rest = label.toLowerCase().split(/\s+/);
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return parts.every((part) => {
    const at = rest.findIndex((word) => word.startsWith(part));
    rest = rest.slice(at + 1);
    return at >= 0;
  });
}
