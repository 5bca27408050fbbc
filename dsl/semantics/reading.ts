import type { Problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Named } from "./environment.ts";
import type { Test } from "./model.ts";

/** One way to read a whole phrase. A reading with problems has the right shape and a literal that does not fit. */
export interface Reading {
  readonly named: Named;
  readonly nameSpan: Span;
  readonly operator: string;
  readonly meaning: Test | { readonly kind: "criterion"; readonly definition: string };
  readonly problems: readonly Problem[];
}
