import type { Rebuttal } from "../../values/index.ts";

/** One source in the order of authority, and how it stands towards one requested service. Plain data. */
export interface Standing {
  /** From 1. */
  readonly rank: number;
  /** As the authority names it: `MTUS`. */
  readonly source: string;
  /** The guideline looked at; `null` when the set has none of this source in force. */
  readonly guideline: string | null;
  readonly file: string | null;
  /** `outranked`: it addresses the request too, and another source of its rank comes before it. */
  readonly standing: "governs" | "silent" | "rebutted" | "outranked" | "undecided" | "not consulted";
  /** A sentence: why it governs, or why it does not. */
  readonly why: string;
  /** What the case brings forward against it. */
  readonly rebuttal: Rebuttal | null;
}

/** Which source was consulted when, and how each stands. */
export interface Consulted {
  readonly title: string;
  /** Where the order is published: its own citation, else that of the guideline that holds it. */
  readonly citation: string | null;
  readonly file: string;
  readonly standings: readonly Standing[];
}
