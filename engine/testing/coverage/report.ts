import type { Span } from "../../../dsl/index.ts";
import type { NotCounted } from "../index.ts";
import type { Required } from "./required.ts";

export type ObligationState =
  /** By these cases and examples, one for each that it takes. */
  | { readonly kind: "covered"; readonly by: readonly SeenIn[] }
  /** Proved: no case can show it. */
  | { readonly kind: "impossible"; readonly because: string }
  | { readonly kind: "open" }
  /** Whether a case can show it was not found out. */
  | { readonly kind: "undecided"; readonly because: string };

export interface SeenIn {
  readonly case: string;
  readonly path: string;
}

/** One thing that cases are to show of a criterion. */
export interface Obligation {
  readonly what: string;
  /** The words it is shown of. */
  readonly span: Span;
  readonly state: ObligationState;
}

export interface CoveredCriterion extends Pick<Required, "criterion" | "kind" | "file"> {
  readonly span: Span;
  readonly obligations: readonly Obligation[];
}

export interface Coverage {
  readonly criteria: readonly CoveredCriterion[];
  /** Cases and examples that were not looked at. */
  readonly notCounted: readonly NotCounted[];
  /** Whether it was stopped before the end; the rest is undecided. */
  readonly stopped: boolean;
}
