import type { Outcome, Review } from "../values/index.ts";

/** Every case and example of a guideline set against what it expects, as plain data. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** Cases that expect nothing: neither passed nor failed. */
  readonly withoutExpectation: number;
  readonly cases: readonly TestedCase[];
}

/** `path`: the case file, or the guideline that holds the example. */
export interface TestedCase {
  readonly case: string;
  readonly path: string;
  readonly kind: "case" | "example";
  readonly status: "passed" | "failed" | "without expectation";
  /** Whether it passed. */
  readonly ok: boolean;
  /** What was expected and what was seen, in words: `MRI ...: information needed, upheld`. */
  readonly expected: string;
  readonly actual: string;
  readonly requests: readonly TestedRequest[];
}

export interface TestedRequest {
  readonly service: string;
  /** Where the expectation comes from; `null` without one. */
  readonly source: string | null;
  readonly outcome: Compared<OutcomeSeen> | null;
  readonly review: Compared<Review | null> | null;
  /** The title of the guideline that governs; `null` seen: none does. */
  readonly governing: Compared<string | null> | null;
  /**
   * Of criteria and facts by name. `documented` is all that is seen of a fact that is no yes-or-no question; `not declared`:
   * the guideline that governs declares nothing of that name, or none governs.
   */
  readonly answers: readonly ({ readonly criterion: string } & Compared<string>)[];
}

/**
 * `not determined`: no guideline that can be read addresses the request, and one that cannot be read might. `contradictory`:
 * the case contradicts what its guideline assumes.
 */
export type OutcomeSeen = Outcome | "not determined" | "contradictory";

export interface Compared<T> {
  readonly expected: T;
  readonly actual: T;
  readonly ok: boolean;
}
