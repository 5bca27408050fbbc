import type { Range } from "../scaled.ts";
import { levels, levelsOf } from "./levels.ts";

/*
 * A body site as one whole number: its region, then its side, then its level. So a site of which only the region is known is
 * all sides and levels of it, and every test of a part is a set of sites.
 */

/** `both` is the left and the right side of one body. */
export const sides = ["left", "right", "both", "midline"] as const;
export type Side = (typeof sides)[number];

const noLevel = 0;
const perSide = levels.length + 1;
const perRegion = sides.length * perSide;

/** What is said of a site: places among the regions of its type, sides and levels. Nothing said leaves all of them. */
export interface SitePattern {
  readonly region: number | null;
  readonly sides: readonly Side[];
  readonly level: number | null;
}

/** All sites that have what is said. */
export function sitesLike({ region, sides: said, level }: SitePattern, regions: readonly string[]): readonly Range[] {
  return regions.flatMap((name, at) => {
    const levels = region === null || region === at ? levelRange(name, level) : null;
    return levels === null ? [] : said.map((side) => within(at, sides.indexOf(side), levels));
  });
}

/** From lowest to highest level as numbers; `null` when the level does not lie in the region. */
function levelRange(region: string, level: number | null): Range | null {
  const own = levelsOf(region);
  if (own === null) return level === null ? { low: noLevel, high: noLevel } : null;
  if (level === null) return { low: own.first + 1, high: own.last + 1 };
  return own.first <= level && level <= own.last ? { low: level + 1, high: level + 1 } : null;
}

function within(region: number, side: number, { low, high }: Range): Range {
  const start = region * perRegion + side * perSide;
  return { low: start + low, high: start + high };
}

/** Every site that there is. */
export function siteDomain(regions: readonly string[]): readonly Range[] {
  return sitesLike({ region: null, sides, level: null }, regions);
}

/** One site taken apart; no level in regions without levels. */
export interface Site {
  readonly region: string;
  readonly side: Side;
  readonly level: string | null;
}

/** The sites of a set one by one. */
export function sitesIn(ranges: readonly Range[], regions: readonly string[]): readonly Site[] {
  return siteDomain(regions).flatMap((all) =>
    ranges.flatMap((range) => {
      const low = Math.max(all.low, range.low);
      const count = Math.min(all.high, range.high) - low + 1;
      return Array.from({ length: Math.max(0, count) }, (_, index) => siteOf(low + index, regions));
    }),
  );
}

function siteOf(number: number, regions: readonly string[]): Site {
  const region = Math.floor(number / perRegion);
  const side = Math.floor((number % perRegion) / perSide);
  return {
    region: regions[region] ?? "",
    side: sides[side] ?? "midline",
    level: levels[(number % perSide) - 1] ?? null,
  };
}
