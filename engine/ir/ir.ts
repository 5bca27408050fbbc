import type {
  Anchor,
  Calculation,
  Fact,
  FactType,
  List,
  Part,
  Reduction,
  Span,
  Table,
  TimeWindow,
} from "../../dsl/index.ts";
import type { Comparison } from "./comparisons.ts";
import type { ValueSet } from "../values/index.ts";

/**
 * What a guideline means, ready to evaluate: definitions kept by name, waivers and exceptions desugared,
 * every test a quantity and a set of its values (`q in S`).
 */
export interface GuidelineProgram {
  readonly title: string;
  readonly file: string;
  readonly effective: { readonly from: string | null; readonly to: string | null };
  readonly quantities: readonly Quantity[];
  /** How the quantities that are reduced from lists come about. */
  readonly reductions: readonly ListReduction[];
  /** Facts held against each other; their quantities are yes, no or open once a case is reduced. */
  readonly comparisons: readonly Comparison[];
  /** How the quantities that are calculated from facts come about. */
  readonly calculations: readonly CalculatedQuantity[];
  readonly scope: Formula;
  readonly services: readonly ServiceProgram[];
  /** By definition key. */
  readonly criteria: ReadonlyMap<string, Formula>;
  /** Scores, tables and schedules by key. Tests of them are formulas over the same rows. */
  readonly tables: ReadonlyMap<string, TableProgram>;
  /** `always` / `never`: formulas every completion satisfies. */
  readonly assumptions: readonly Formula[];
}

export interface ServiceProgram {
  readonly service: string;
  /** Whether the guideline speaks of the request: its scope; with `otherwise not addressed` only where it recommends or excludes. */
  readonly addressed: Formula;
  /** One of the `if` and `is covered` with every `only if`, or a `red flag if`. */
  readonly criteria: Formula;
  /** As `criteria`, each recommendation with what it is `limited to`; constant true where nothing is limited. */
  readonly within: Formula;
  /** OR of the `excluded if` and `is not covered` recommendations; constant false without any. */
  readonly exclusion: Formula;
  /** Every `limited to`, in the order written. */
  readonly limits: readonly Limit[];
}

/** What is given in full. `of`: the recommendation it stands below; `null` for the whole service. */
export interface Limit {
  readonly formula: Formula;
  readonly of: Formula | null;
}

/** What a score, table or schedule gives: the values of its rows, in the order written, and when each applies. */
export interface TableProgram {
  readonly table: Table;
  readonly rows: readonly { readonly value: number; readonly formula: Formula }[];
}

/** A value reduced from the entries of a list, as a fact of its own: its quantities are tested like those of any fact. */
export interface ListReduction {
  readonly fact: Fact;
  readonly list: List;
  readonly reduce: Reduction;
  /** Which entries count; about the quantities of one entry. */
  readonly where: Formula;
  /** Of one entry: those `where` tests. */
  readonly quantities: readonly Quantity[];
  /** Fields held against each other, or against facts of the case. */
  readonly comparisons: readonly Comparison[];
  /** What `where` calculates from fields of one entry. */
  readonly calculations: readonly CalculatedQuantity[];
  /** The subsets `where` may name, by key. */
  readonly subsets: ReadonlyMap<string, Formula>;
}

/** A number calculated from facts, as a fact of its own. */
export interface CalculatedQuantity {
  readonly fact: Fact;
  readonly calculation: Calculation;
  /** The facts of the case that it needs, through other calculations too; in the order written. */
  readonly operands: readonly Fact[];
}

/** What a criterion tests. Two tests of the same id are of one quantity and share its information set. */
export interface Quantity {
  /** Stable and readable: `strengthening program · duration in days`. */
  readonly id: string;
  readonly fact: string;
  readonly part: QuantityPart;
  /** For the parts counted from an anchor. */
  readonly anchor?: Anchor;
  /** For the parts counted in a window. */
  readonly window?: TimeWindow;
  readonly type: FactType;
  /** Every value it can have. */
  readonly domain: ValueSet;
}

/**
 * `documentation`: present 0, absent 1, nothing 2; asks about the case. `undocumented`: 1 when `is not documented`.
 * `days from anchor`: date minus anchor. `half months from anchor`: 2k at exactly k calendar months, 2k + 1 between k and
 * k + 1, so that `within 6 months` has an exact edge. `days in window`, `months in window`: of a trial, what lies in it.
 */
export type QuantityPart =
  | Part
  | "documentation"
  | "undocumented"
  | "days from anchor"
  | "half months from anchor"
  | "days in window"
  | "months in window";

export type Formula =
  | (Origin & { readonly kind: "test"; readonly quantity: string; readonly values: ValueSet })
  | (Origin & { readonly kind: "criterion"; readonly definition: string })
  | (Origin & { readonly kind: "not"; readonly operand: Formula })
  | (Origin & { readonly kind: "all" | "any"; readonly operands: readonly Formula[] })
  /** Between `atLeast` and `atMost` of the operands, inclusive. */
  | (Origin & {
      readonly kind: "count";
      readonly atLeast: number;
      readonly atMost: number;
      readonly operands: readonly Formula[];
    })
  /** The sum of the points of those operands that hold lies in `values`; `points` go with `operands`, scaled alike. */
  | (Origin & {
      readonly kind: "weighted";
      readonly points: readonly number[];
      readonly operands: readonly Formula[];
      readonly values: ValueSet;
    })
  | (Origin & { readonly kind: "constant"; readonly value: boolean });

/**
 * `waived if`: any of the criterion and its waivers. `when`: any of NOT the condition and what is required. `by date`: any of
 * the versions of a definition, each all of a test of the service date and what it means then.
 */
export type MadeOf = "waived if" | "when" | "by date";

/** Recommendations that findings tell from the criteria of an `if`. */
export type ToldApart = "red flag if" | "only if";

/** The author's words behind a node, for findings and rationales. */
export interface Origin {
  readonly text: string;
  readonly span: Span;
  readonly label?: string;
  /** The key of the table whose value is tested here; findings show its rows. */
  readonly table?: string;
  /** Where the author wrote a clause, not a connective, the clause that the node is made of. */
  readonly clause?: MadeOf;
  /** The recommendation whose whole criterion this is. */
  readonly relation?: ToldApart;
  readonly wording?: string | null;
  readonly citation?: string | null;
}
