import {
  allBut,
  bodyLevels,
  sides,
  type Range,
  sitesIn,
  sitesLike,
  siteTests,
  type Site,
} from "../../semantics/index.ts";
import { sameRanges, within } from "./ranges.ts";

/** `is on the left`, `is not at L4-L5`, `is one of left knee, lumbar spine L5`; `null` where that would be too long. */
export function siteWords(ranges: readonly Range[], regions: readonly string[]): string | null {
  const bySites = bySite(ranges, regions);
  const isRegion =
    bySites !== null && regions.some((region) => bySites === `is ${region}` || bySites === `is not ${region}`);
  return bySide(ranges, regions) ?? (isRegion ? bySites : (byLevel(ranges, regions) ?? bySites));
}

function bySide(ranges: readonly Range[], regions: readonly string[]): string | null {
  const said = siteTests.find(({ asks, not }) => {
    if (asks === "site" || asks === "level") return false;
    const held = sitesLike({ region: null, sides: asks, level: null }, regions);
    return held.length > 0 && sameRanges(ranges, not ? allBut(held) : held);
  });
  return said?.pattern ?? null;
}

function byLevel(ranges: readonly Range[], regions: readonly string[]): string | null {
  const at = (level: number): readonly Range[] => sitesLike({ region: null, sides, level }, regions);
  for (const [words, asked] of [
    ["is at", ranges],
    ["is not at", allBut(ranges)],
  ] as const) {
    const held = bodyLevels.flatMap((name, level) =>
      at(level).length > 0 && within(at(level), asked) ? [{ name, ranges: at(level) }] : [],
    );
    const all = held.flatMap((each) => each.ranges);
    if (held.length > 0 && sameRanges(ranges, words === "is at" ? all : allBut(all)))
      return `${words} ${held.map(({ name }) => name).join(", ")}`;
  }
  return null;
}

function bySite(ranges: readonly Range[], regions: readonly string[]): string | null {
  const named = sitesNamed(sitesIn(ranges, regions), regions);
  const others = sitesNamed(sitesIn(allBut(ranges), regions), regions);
  const denied = sameRanges(ranges, allBut(allBut(ranges))) && isOpen(ranges);
  const said = denied ? others : named;
  const [only, ...more] = said;
  if (only === undefined || said.length > mostNamed) return null;
  if (more.length === 0) return denied ? `is not ${only}` : `is ${only}`;
  return `is ${denied ? "none" : "one"} of ${said.join(", ")}`;
}

const mostNamed = 12;

/** What is denied leaves all numbers beyond the sites that there are. */
const isOpen = (ranges: readonly Range[]): boolean => ranges.some(({ high }) => high > Number.MAX_SAFE_INTEGER / 2);

/** Whole regions, whole sides of them, whole levels, and what is left one by one. */
function sitesNamed(sites: readonly Site[], regions: readonly string[]): readonly string[] {
  return regions.flatMap((region, at) => {
    const held = sites.filter((site) => site.region === region);
    const all = sitesIn(sitesLike({ region: at, sides, level: null }, regions), regions);
    if (held.length === 0) return [];
    if (held.length === all.length) return [region];
    return partsOfRegion(held, all);
  });
}

function partsOfRegion(held: readonly Site[], all: readonly Site[]): readonly string[] {
  const holds = (like: (site: Site) => boolean): boolean => all.filter(like).length === held.filter(like).length;
  const wholeSides = sides.filter((side) => holds((site) => site.side === side));
  const wholeLevels = bodyLevels.filter(
    (level) => all.some((site) => site.level === level) && holds((site) => site.level === level),
  );
  const region = all[0]?.region ?? "";
  const single = held.filter(
    ({ side, level }) => !wholeSides.includes(side) && (level === null || !wholeLevels.includes(level)),
  );
  return [
    ...wholeSides.map((side) => `${side} ${region}`),
    ...(wholeSides.length === 0 || single.length + wholeLevels.length > 0
      ? wholeLevels.map((level) => `${region} ${level}`)
      : []),
    ...single.map(({ side, level }) => [side, region, level].filter((word) => word !== null).join(" ")),
  ];
}
