import type { Problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import type { Beginning } from "./environment.ts";
import { wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import type { Reading } from "./reading.ts";
import { allBut, anythingElse, type Range } from "./scaled.ts";
import { readLevel, readSite, type Side, sitesLike } from "./sites/index.ts";

interface SiteTest {
  readonly pattern: string;
  /** What stands for the slot, or the sides that the words name. */
  readonly asks: "site" | "level" | readonly Side[];
  readonly not: boolean;
  /** One line for completion and hover. */
  readonly help: string;
}

const sitesHelp = "this site; what is not said of it, side or level, may be any";
const levelHelp = "this vertebra, nerve root or interspace, in whatever region";

/** How a body site is tested. A site on both sides is on the left and on the right. */
export const siteTests: readonly SiteTest[] = [
  { pattern: "is {a}", asks: "site", not: false, help: sitesHelp },
  { pattern: "is not {a}", asks: "site", not: true, help: "any other site" },
  { pattern: "is in {a}", asks: "site", not: false, help: sitesHelp },
  { pattern: "is one of {list}", asks: "site", not: false, help: "one of these sites" },
  { pattern: "is none of {list}", asks: "site", not: true, help: "none of these sites" },
  { pattern: "is on the left", asks: ["left", "both"], not: false, help: "on the left or on both sides" },
  { pattern: "is on the right", asks: ["right", "both"], not: false, help: "on the right or on both sides" },
  { pattern: "is not on the left", asks: ["left", "both"], not: true, help: "on the right only, or in the midline" },
  { pattern: "is not on the right", asks: ["right", "both"], not: true, help: "on the left only, or in the midline" },
  { pattern: "is on both sides", asks: ["both"], not: false, help: "on the left and on the right" },
  { pattern: "is at {list}", asks: "level", not: false, help: levelHelp },
  { pattern: "is not at {list}", asks: "level", not: true, help: "at any other level" },
];

/** `site is lumbar spine`, `site is one of left knee, right knee`, `site is on the left`, `site is at C5-C6`. */
export function siteReadings({ named, nameSpan, rest }: Beginning): readonly Reading[] {
  if (named.kind !== "fact" || named.type.kind !== "body site") return [];
  const { regions } = named.type;
  const { orNone } = named.fact;
  return siteTests.flatMap(({ pattern, asks, not }) =>
    match(pattern, rest).map((captures): Reading => {
      const { ranges, problems } = asked(asks, captures, regions);
      const held = not ? anythingElse(allBut(ranges), orNone) : ranges;
      const meaning = { kind: "in", fact: named.key, part: "value", ranges: held } as const;
      return { named, nameSpan, operator: pattern, meaning, problems };
    }),
  );
}

function asked(
  asks: SiteTest["asks"],
  captures: readonly (readonly Word[])[],
  regions: readonly string[],
): { readonly ranges: readonly Range[]; readonly problems: readonly Problem[] } {
  if (asks !== "site" && asks !== "level")
    return { ranges: sitesLike({ region: null, sides: asks, level: null }, regions), problems: [] };
  const read = captures.map((words) =>
    (asks === "site" ? readSite : readLevel)(wordsText(words), regions, spanOf(words)),
  );
  return {
    ranges: read.flatMap((each) => ("ranges" in each ? each.ranges : [])),
    problems: read.flatMap((each) => ("wrong" in each ? [each.wrong] : [])),
  };
}

const spanOf = (words: readonly Word[]): Span => ({
  start: words[0]?.span.start ?? 0,
  end: words.at(-1)?.span.end ?? 0,
});
