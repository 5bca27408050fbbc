import { distance } from "fastest-levenshtein";
import { nameKey } from "./names.ts";

/** The candidate nearest to what was written, if one is near enough to be what was meant. */
export function closest(written: string, candidates: Iterable<string>): string | null {
  return (
    nearest(
      nameKey(written),
      [...candidates].map((name) => ({ name, key: nameKey(name) })),
    )?.of.name ?? null
  );
}

/** As `closest`, with keys at hand: the first of those that fit with the fewest letters to change, and how many these are. */
export function nearest<Candidate extends { readonly key: string }>(
  key: string,
  candidates: Iterable<Candidate>,
  fits: (candidate: Candidate) => boolean = () => true,
  fewerThan = Number.POSITIVE_INFINITY,
): { readonly of: Candidate; readonly edits: number } | null {
  let best: { of: Candidate; edits: number } | null = null;
  let least = Math.min(mostEdits(key.length) + 1, fewerThan);
  for (const candidate of candidates) {
    if (Math.abs(candidate.key.length - key.length) >= least) continue;
    const edits = distance(key, candidate.key);
    if (edits >= least || deniesOtherwise(key, candidate.key) || !fits(candidate)) continue;
    least = edits;
    best = { of: candidate, edits };
  }
  return best;
}

/** Taking `no radiculopathy` for `radiculopathy`, or `instability` for `stability`, would say the opposite. */
function deniesOtherwise(written: string, candidate: string): boolean {
  if (denials(written).some((word) => !denials(candidate).includes(word))) return true;
  return written !== candidate && affirmed(written) === affirmed(candidate);
}

const denials = (key: string): readonly string[] => key.match(/\b(?:no|not|never|neither|nor|without)\b/g) ?? [];

const affirmed = (key: string): string =>
  key.replaceAll(/\b(?:(?:no|not|without) |(?:non-?|un|in|im|dis)(?=[a-z]{3}))/g, "");

/** Two letters exchanged are two edits; a word of one, two or three letters resembles many, a page resembles nothing. */
function mostEdits(length: number): number {
  if (length < 3 || length > longestCompared) return 0;
  return length === 3 ? 1 : Math.max(2, Math.floor(length / 3));
}

const longestCompared = 200;
