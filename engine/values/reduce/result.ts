import type { Fix, Part } from "../../../dsl/index.ts";
import type { ValueSet } from "../valueSet.ts";

/** What a stated value says of a fact: the possible values of each part it speaks of, or what is wrong with it. */
export type Reading = { readonly parts: Parts } | { readonly problem: ReadingProblem };

export type Parts = ReadonlyMap<Part, ValueSet>;

export interface ReadingProblem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly fixes: readonly Fix[];
}

/** A reading that fails. */
export function refused(code: string, message: string, hint: string): Reading {
  return { problem: { code, message, hint, fixes: [] } };
}
