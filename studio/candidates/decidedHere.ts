import type { QueryClient } from "@tanstack/react-query";
import { keep, useKept } from "../session/index.ts";

/** What a candidate needs to become a case, as it was when it was decided on in this window. */
interface DecidedHere {
  readonly caseText: string;
  /** The decision record, canonical JSON. */
  readonly record: string;
}

const keyOf = (id: number) => `decision ${id}`;

/** Until the page is left, as the server may keep neither the case nor the reason. */
export function rememberDecision(queries: QueryClient, id: number, decided: DecidedHere): void {
  keep(queries, keyOf(id), decided);
}

/** `null`: it was decided elsewhere, or before the page was loaded. */
export function useDecidedHere(id: number): DecidedHere | null {
  return useKept<DecidedHere>(keyOf(id))[0];
}
