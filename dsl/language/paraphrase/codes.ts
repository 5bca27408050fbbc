import { allBut, type CodeList, codesInWords, type FactType, type Range } from "../../semantics/index.ts";
import { sameRanges, within } from "./ranges.ts";

type CodeType = FactType & { readonly kind: "code" };

/** `is in lumbar radiculopathy`, `is M54.16`, `is none of M54.1*, M50.1 to M50.13` */
export function codeWords(
  ranges: readonly Range[],
  { system }: CodeType,
  lists: readonly CodeList[],
): readonly string[] | null {
  const said = codesInWords(system, ranges).join(", ");
  const denied = said.startsWith("any code but ");
  const listed = denied ? said.replace("any code but ", "") : said;
  const single = !listed.includes(",") && !/\*| to | but /.test(listed);
  const named = single ? null : byLists(ranges, system, lists);
  if (named !== null) return [named];
  if (listed === "" || listed === "any code" || listed.includes(" but ")) return null;
  if (!listed.includes(",")) return [`is ${denied ? "not " : ""}${listed}`];
  return [`is ${denied ? "none" : "one"} of ${listed}`];
}

function byLists(ranges: readonly Range[], system: CodeType["system"], lists: readonly CodeList[]): string | null {
  const own = lists
    .map(({ name, codes }) => ({ name, ranges: codes.filter((each) => each.system === system).map(rangeOf) }))
    .filter((list) => list.ranges.length > 0);
  for (const [words, asked] of [
    ["is in", ranges],
    ["is not in", allBut(ranges)],
  ] as const) {
    const held = needed(
      own.filter((list) => within(list.ranges, asked)),
      asked,
    );
    const all = held.flatMap((list) => list.ranges);
    if (held.length > 0 && sameRanges(ranges, words === "is in" ? all : allBut(all)))
      return `${words} ${held.map(({ name }) => name).join(", ")}`;
  }
  return null;
}

interface Listed {
  readonly name: string;
  readonly ranges: readonly Range[];
}

/** Without the lists that add nothing to the others. */
function needed(lists: readonly Listed[], asked: readonly Range[]): readonly Listed[] {
  const spare = lists.find((list) => {
    const others = lists.filter((each) => each !== list).flatMap((each) => each.ranges);
    return sameRanges([...others, ...list.ranges], others) && within(others, asked);
  });
  return spare
    ? needed(
        lists.filter((list) => list !== spare),
        asked,
      )
    : lists;
}

const rangeOf = ({ low, high }: Range): Range => ({ low, high });
