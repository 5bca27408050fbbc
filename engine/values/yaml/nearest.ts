import { closest, distance } from "fastest-levenshtein";

/** The known name a misspelt one was meant to be: at most a third of its letters apart; `null` when none is that near. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const wanted = name.toLowerCase();
  const best = closest(wanted, [...known]);
  return distance(wanted, best.toLowerCase()) * 3 <= Math.max(3, best.length) ? best : null;
}
