import { distance } from "fastest-levenshtein";

/** The candidate a person most likely meant, `null` when none is close: at most a third of the letters differ. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  return nearestFew(name, candidates)[0] ?? null;
}

/** Up to three, the closest first. */
export function nearestFew(name: string, candidates: readonly string[]): readonly string[] {
  return candidates
    .map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, away }) => away <= Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
