import type { Range } from "../scaled.ts";
import { levels, levelsOf } from "./levels.ts";
import { sides, sitesIn } from "./space.ts";

/** A set of sites: `lumbar spine`, `left knee`, `left or right lumbar spine L4-L5`, `cervical spine C5-C6`. */
export function sitesInWords(regions: readonly string[], ranges: readonly Range[]): readonly string[] {
  const byRegion = Map.groupBy(sitesIn(ranges, regions), ({ region }) => region);
  return [...byRegion].flatMap(([region, sites]) => {
    const bySide = [...Map.groupBy(sites, ({ side }) => side)].map(([side, all]) => ({
      side,
      levels: levelsInWords(
        region,
        all.flatMap(({ level }) => level ?? []),
      ),
    }));
    return [...Map.groupBy(bySide, (each) => each.levels)].map(([level, alike]) => {
      const side = alike.length === sides.length ? "" : alike.map((each) => each.side).join(" or ");
      return [side, region, level].filter((word) => word !== "").join(" ");
    });
  });
}

/** Nothing for all the levels that the region has. */
function levelsInWords(region: string, held: readonly string[]): string {
  const own = levelsOf(region);
  if (own === null || held.length === own.last - own.first + 1) return "";
  const all = levels.slice(own.first, own.last + 1);
  const lacking = all.filter((level) => !held.includes(level));
  return lacking.length < held.length ? `but ${lacking.join(", ")}` : held.join(", ");
}
