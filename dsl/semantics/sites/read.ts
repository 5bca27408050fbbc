import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import type { Span } from "../../source/index.ts";
import type { Range } from "../scaled.ts";
import { closest } from "../suggest.ts";
import { levelAt, levels, levelsOf } from "./levels.ts";
import { sides, sitesLike } from "./space.ts";
import { regionAt, sideOf, wordsOf } from "./split.ts";

export type ReadSites = { readonly ranges: readonly Range[] } | { readonly wrong: Problem };

/** `left knee`, `lumbar spine L5 right`, `cervical spine C5-6`, `both knees`, `L5-S1`: a side and a level in any place. */
export function readSite(text: string, regions: readonly string[], span: Span): ReadSites {
  const words = wordsOf(text);
  const whole = regionAt(words, regions);
  if (whole >= 0) return { ranges: sitesLike({ region: whole, sides, level: null }, regions) };
  const said = words.flatMap((word) => sideOf(word) ?? []);
  const at = words.map(levelAt).filter((level) => level >= 0);
  const rest = words.filter((word) => sideOf(word) === null && levelAt(word) < 0);
  if (said.length > 1 || at.length > 1) return { wrong: saidTwice(text, said.length > 1 ? "sides" : "levels", span) };
  const [level = null] = at;
  const region = rest.length === 0 && level !== null ? null : regionAt(rest, regions);
  if (region !== null && region < 0) return { wrong: noRegion(text, rest.join(" "), regions, span) };
  const ranges = sitesLike({ region, sides: said.length === 0 ? sides : said, level }, regions);
  return ranges.length > 0
    ? { ranges }
    : {
        wrong: levelElsewhere(
          levels[level ?? 0] ?? "",
          region === null ? null : (regions[region] ?? ""),
          regions,
          span,
        ),
      };
}

/** `C5-C6` by itself, in whatever region. */
export function readLevel(text: string, regions: readonly string[], span: Span): ReadSites {
  const level = levelAt(text.replace(/^the level /i, ""));
  if (level < 0)
    return {
      wrong: problem("E0234", span, `\`${text}\` is no level of the spine.`, {
        hint: "Levels are vertebrae and nerve roots such as `L5`, and what lies between two, such as `C5-C6` or `L5-S1`.",
      }),
    };
  const ranges = sitesLike({ region: null, sides, level }, regions);
  return ranges.length > 0 ? { ranges } : { wrong: levelElsewhere(levels[level] ?? "", null, regions, span) };
}

function saidTwice(text: string, what: "sides" | "levels", span: Span): Problem {
  return problem("E0235", span, `\`${text}\` names two ${what} at once.`, {
    hint:
      what === "sides"
        ? "One site has one side: `left`, `right`, `both` or `midline`. Several sites stand between commas."
        : "One site has one level, such as `C5-C6`. Several sites stand between commas, or are entries of a list of their own.",
  });
}

function noRegion(text: string, said: string, regions: readonly string[], span: Span): Problem {
  const near = closest(said, regions);
  const written = near === null || said === "" ? null : text.replace(said, near);
  return problem("E0233", span, `\`${text}\` names no region of this body site.`, {
    hint: `${near === null ? "" : `Did you mean \`${near}\`? `}The regions are ${regions.map((region) => `\`${region}\``).join(", ")}; a side (\`left\`) and a level (\`L5-S1\`) may stand besides.`,
    fixes: written === null || written === text ? [] : [replace(`Write ${written}`, span, written)],
  });
}

function levelElsewhere(level: string, region: string | null, regions: readonly string[], span: Span): Problem {
  const message =
    region === null
      ? `\`${level}\` lies in none of the regions ${regions.map((each) => `\`${each}\``).join(", ")}.`
      : `\`${level}\` does not lie in the region \`${region}\`.`;
  return problem("E0234", span, message, { hint: whereItLies(region) });
}

function whereItLies(region: string | null): string {
  if (region === null) return "Add the region it lies in to the body site, or correct the level.";
  const own = levelsOf(region);
  if (own === null) return "Only regions of the spine have levels.";
  return `That region goes from ${levels[own.first] ?? ""} to ${levels[own.last] ?? ""}.`;
}
