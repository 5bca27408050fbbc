import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { drawCompare, palette } from "../../../cli/output/index.ts";
import { compareSets, type SetComparison } from "../../../engine/compare/index.ts";
import { requestedService } from "../../../engine/determine/index.ts";
import type { GuidelineSet } from "../../../engine/set/index.ts";
import { replay } from "../../../engine/witness/index.ts";
import { checkGolden, goldenFiles } from "../../support/index.ts";
import { written } from "./written.ts";

const plain = palette(false);

/** Two texts of a guideline, and all that is said of what changed. */
describe.each(goldenFiles(join(import.meta.dirname, "goldens")).map((golden) => [golden.name, golden] as const))(
  "%s",
  (_, golden) => {
    const [before = "", now = ""] = golden.source.split("===== now\n");
    const sets = { before: written(before), now: written(now) };
    const comparison = compareSets(sets.before, sets.now);

    test("is told in full", () => {
      const names = { before: "before", now: "now" };
      checkGolden(golden, drawCompare({ names, comparison, counted: null, held: null }, plain));
    });

    test("is shown by cases that come out so in both", () => {
      expect(shownWrongly(comparison, sets)).toEqual([]);
    });
  },
);

/** Witnesses of services that a plain replay says otherwise of. */
function shownWrongly(
  { services }: SetComparison,
  sets: { readonly before: GuidelineSet; readonly now: GuidelineSet },
): readonly string[] {
  const moves = services.flatMap(({ transitions }) => transitions.flatMap((each) => each.moves));
  return moves.flatMap(({ from, to, witness }) => {
    if (witness === null) return [];
    const seen = [outcomeIn(sets.before, witness.case), outcomeIn(sets.now, witness.case)];
    const claimed = [from, to].map((each) => (each === "not documented" ? "information needed" : each));
    return seen.join() === claimed.join() ? [] : [`${claimed.join(" -> ")} is ${seen.join(" -> ")}`];
  });
}

function outcomeIn({ guidelines }: GuidelineSet, of: Parameters<typeof replay>[2]): string {
  const [one] = guidelines;
  const [request] = of.requests;
  if (one === undefined || request === undefined) throw new Error("A witness asks for a service of the guideline");
  const service = requestedService(one.guideline, request);
  return replay(one.guideline, one.compiled.program, of).outcome(service?.key ?? "");
}
