import type { Analysis } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { markAt, occurrences } from "./reading/index.ts";

/** Where the name at `offset` is declared; null where there is no name or nothing declares it. */
export function definition(analysis: Analysis, offset: number): Span | null {
  const symbol = markAt(analysis, offset)?.symbol;
  if (!symbol) return null;
  return occurrences(analysis, symbol).find(({ declares }) => declares)?.span ?? null;
}
