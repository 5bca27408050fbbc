import { distance } from "fastest-levenshtein";
import { nameKey } from "./names.ts";

/** The candidate nearest to what was written, if one is near enough to be what was meant. */
export function closest(written: string, candidates: Iterable<string>): string | null {
  const key = nameKey(written);
  let best: string | null = null;
  let least = mostEdits(key.length) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - key.length) >= least + 2) continue;
    const edits = distance(key, nameKey(candidate));
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Two letters exchanged are two edits; a word of one or two letters resembles everything. */
const mostEdits = (length: number): number => (length < 3 ? 0 : Math.max(2, Math.floor(length / 3)));
