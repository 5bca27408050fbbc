import type { CaseList } from "../../values/index.ts";
import type { Draft, Reducer } from "../draft.ts";
import type { Ask, ListSubject } from "../posed.ts";

type SolvedList =
  | { readonly list: Pick<CaseList, "complete" | "entries"> }
  | { readonly failed: readonly Ask[]; readonly proved: boolean; readonly always: boolean };

/** Entries of a list for which all that is reduced from it comes out as wanted. */
export function solveList(_reducer: Reducer, { asks }: ListSubject, _draft: Draft): SolvedList {
  return { failed: asks, proved: false, always: false };
}
