/** Vertebrae and nerve roots from above, each followed by the interspace below it; C8 is a root only, above C7-T1. */
export const levels: readonly string[] = [
  ...spine("C", 7, "C8"),
  "C7-T1",
  ...spine("T", 12, "T12-L1"),
  ...spine("L", 5, "L5-S1"),
  "S1",
  "S2",
  "S3",
  "S4",
  "S5",
];

function spine(letter: string, count: number, below: string): readonly string[] {
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((at) => [
    `${letter}${at}`,
    at === count ? below : `${letter}${at}-${letter}${at + 1}`,
  ]);
}

/** Words in the name of a region, and the first and last level that lies in it. */
const extents: readonly (readonly [RegExp, string, string])[] = [
  [/\b(?:cervical|neck)\b/i, "C1", "C7-T1"],
  [/\b(?:thoracic|mid(?:dle)? back|upper back)\b/i, "C7-T1", "T12-L1"],
  [/\b(?:lumbar|lumbosacral|low(?:er)? back)\b/i, "T12-L1", "S5"],
  [/\b(?:sacral|sacrum|sacroiliac)\b/i, "L5-S1", "S5"],
  [/\b(?:spine|back)\b/i, "C1", "S5"],
];

/** The levels that a region has, by their place among all; none for a knee. */
export function levelsOf(region: string): { readonly first: number; readonly last: number } | null {
  const extent = extents.find(([words]) => words.test(region));
  return extent ? { first: levels.indexOf(extent[1]), last: levels.indexOf(extent[2]) } : null;
}

/** The place of `C5-C6`, also as `C5-6`, `C5/C6` or `c5/6`, among all levels; -1 for anything else. */
export function levelAt(text: string): number {
  const [, first = "", second] = /^([CTLS]\d{1,2})(?:[-/]([CTLS]?\d{1,2}))?$/.exec(text.toUpperCase()) ?? [];
  if (second === undefined) return levels.indexOf(first);
  return levels.indexOf(`${first}-${/^\d/.test(second) ? first.charAt(0) : ""}${second}`);
}
