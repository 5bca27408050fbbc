import { nameKey } from "../names.ts";
import { levelAt, levels, levelsOf } from "./levels.ts";
import { type Side, sides } from "./space.ts";

/** The three things a site says, each `null` where it does not. */
export interface SiteParts {
  readonly region: string | null;
  readonly side: Side | null;
  readonly level: string | null;
}

/** The side a word names. */
export function sideOf(word: string): Side | null {
  if (/^(?:bilateral|bilaterally)$/i.test(word)) return "both";
  return sides.find((side) => side === word.toLowerCase()) ?? null;
}

/** The place of a region among those given, by its words; -1 for none of them. */
export function regionAt(words: readonly string[], regions: readonly string[]): number {
  const key = nameKey(words.join(" "));
  return regions.findIndex((region) => nameKey(region) === key);
}

/** `lumbar spine L5 right` by its parts; `null` for what is not said by one region, side and level each at most. */
export function siteParts(text: string, regions: readonly string[]): SiteParts | null {
  const words = wordsOf(text);
  const whole = regions[regionAt(words, regions)];
  if (whole !== undefined) return { region: whole, side: null, level: null };
  const [said, at] = [words.flatMap((word) => sideOf(word) ?? []), words.map(levelAt).filter((level) => level >= 0)];
  const rest = words.filter((word) => sideOf(word) === null && levelAt(word) < 0);
  const region = rest.length === 0 ? null : (regions[regionAt(rest, regions)] ?? null);
  if (said.length > 1 || at.length > 1 || (rest.length > 0 && region === null)) return null;
  return { region, side: said[0] ?? null, level: levels[at[0] ?? -1] ?? null };
}

/** The words of a site, without the article. */
export function wordsOf(text: string): readonly string[] {
  return text
    .trim()
    .replace(/^the /i, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** `C5-C6`, every level that a region has; none for a knee. */
export function levelNames(region: string): readonly string[] {
  const own = levelsOf(region);
  return own === null ? [] : levels.slice(own.first, own.last + 1);
}
