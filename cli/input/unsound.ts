import type { Diagnostic } from "../../dsl/index.ts";

/** Errors in a case or in a guideline: what would be answered is not known. */
export interface Unsound {
  readonly kind: "unsound";
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}
