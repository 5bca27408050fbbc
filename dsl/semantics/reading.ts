import type { Problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Named } from "./environment.ts";
import type { Bound, Calculation, Expression, ListTest, Test } from "./model.ts";

/** Where a name of another declaration is used. */
export interface Use {
  readonly key: string;
  readonly kind: Named["kind"] | "service" | "code list";
  readonly span: Span;
  /** Said inside `where`, of a fact of the case and not of a field of the entry. */
  readonly of?: "case";
}

/** One way to read a whole phrase. A reading with problems has the right shape and a literal that does not fit. */
export interface Reading {
  readonly named: Named;
  readonly nameSpan: Span;
  /** Names that stand in the phrase besides the one it begins with. */
  readonly others?: readonly Use[];
  readonly operator: string;
  readonly meaning:
    | Test
    | { readonly kind: "criterion"; readonly definition: string }
    | Pick<Extract<Expression, { kind: "table test" }>, "kind" | "table" | "ranges">
    | Pick<Extract<Expression, { kind: "interval test" }>, "kind" | "table" | "bound" | "time">
    | ListMeaning;
  readonly problems: readonly Problem[];
  /** What the phrase calculates from several facts, to test it. */
  readonly calculation?: Calculation;
}

/** The date of an entry against a date of the case, in words as `where` would have them: `its date within 3 months before ...`. */
export interface Dated {
  readonly test: Extract<Test, { kind: "date near anchor" }>;
  readonly text: string;
  readonly span: Span;
}

/** A phrase about a list or a subset of it, before what `where` asks of an entry is known. */
export interface ListMeaning extends Omit<ListTest, "where"> {
  readonly kind: "list test";
  /** The key of the subset named, or `null` for the whole list. */
  readonly subset: string | null;
  /** `every`: no entry may fail what `where` asks. */
  readonly every: boolean;
  /** In place of `ranges`: the time is compared with the length that a schedule gives. */
  readonly interval?: { readonly table: string; readonly bound: Bound };
  /** Only entries dated so count: `any injection within 3 months before request date`. */
  readonly when: Dated | null;
}
