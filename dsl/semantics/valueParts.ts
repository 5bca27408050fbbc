import type { Problem } from "../diagnostic/index.ts";
import type { Part } from "./model.ts";
import type { Range } from "./scaled.ts";

export interface ValuePart {
  readonly part: Part;
  readonly ranges: readonly Range[];
}

/** What is read of a value as it is written, part by part. */
export type ReadValue = { readonly parts: readonly ValuePart[] } | { readonly problem: Problem };
