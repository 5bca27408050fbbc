import type { Guideline } from "../../dsl/index.ts";
import type { GuidelineProgram } from "../ir/index.ts";
import type { Assignment } from "../logic/index.ts";
import type { Case } from "../values/index.ts";

/** One guideline, and what a case is to leave of its quantities. */
export interface WitnessPart {
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
  readonly wanted: Assignment;
  /** Quantities that the case is to leave undocumented. */
  readonly open?: ReadonlySet<string>;
}

/** What the case is called, what it says of itself, and the service it asks for (its key or its name). */
export interface WitnessRequest {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly service: string;
}

export interface RealiseOptions {
  /** From the key of a fact or list in the second guideline to its key in the first, where they are one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** How many drafts of a case may be reduced before the search gives up, unproved. */
  readonly steps: number;
  /** Asked between steps. */
  readonly shouldStop: () => boolean;
}

/** A quantity of one of the guidelines, by the place of that guideline. */
export interface WantedQuantity {
  readonly part: number;
  readonly quantity: string;
  /** It was to be left undocumented: what is said of the quantities together holds only as long as it is. */
  readonly open: boolean;
}

/**
 * `impossible`: these wanted quantities cannot hold together: `proved`, or not found within the steps allowed. A case has been
 * reduced for every guideline, and leaves each wanted quantity within what is wanted and each open one undocumented.
 */
export type Realised =
  | { readonly kind: "case"; readonly case: Case }
  | { readonly kind: "impossible"; readonly quantities: readonly WantedQuantity[]; readonly proved: boolean };

/** Counts what a search does, so that it ends. */
export class Work {
  #left: number;
  readonly #shouldStop: () => boolean;

  constructor(steps: number, shouldStop: () => boolean) {
    this.#left = steps;
    this.#shouldStop = shouldStop;
  }

  get isSpent(): boolean {
    return this.#left <= 0 || this.#shouldStop();
  }

  /** Whether one step more, or something of a share of its work, may be done; then it counts as done. */
  take(share = 1): boolean {
    if (this.isSpent) return false;
    this.#left -= share;
    return true;
  }
}
