import type { Problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Named } from "./environment.ts";
import type { ListTest, Test } from "./model.ts";

/** One way to read a whole phrase. A reading with problems has the right shape and a literal that does not fit. */
export interface Reading {
  readonly named: Named;
  readonly nameSpan: Span;
  readonly operator: string;
  readonly meaning: Test | { readonly kind: "criterion"; readonly definition: string } | ListMeaning;
  readonly problems: readonly Problem[];
}

/** A phrase about a list or a subset of it, before what `where` asks of an entry is known. */
export interface ListMeaning extends Omit<ListTest, "where"> {
  readonly kind: "list test";
  /** The key of the subset named, or `null` for the whole list. */
  readonly subset: string | null;
  /** `every`: no entry may fail what `where` asks. */
  readonly every: boolean;
}
