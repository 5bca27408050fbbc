import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Possibility } from "../../../../engine/testing/coverage/possibility.ts";
import { requiredOf } from "../../../../engine/testing/coverage/required.ts";
import { reduced } from "../../../../engine/testing/synthesis/reduced.ts";
import { setInText } from "../setInText.ts";
import { everyCase, smallGuideline } from "../smallGuidelines.ts";

const cases = everyCase();

describe("What cases are to show of a small guideline", () => {
  test("is never called impossible when one of all cases shows it", () => {
    fc.assert(
      fc.property(smallGuideline, (text) => {
        const [own] = setInText(text).guidelines;
        if (own === undefined) throw new Error("There is one guideline");
        const seen = cases.map((of) => ({ information: reduced(own, of), service: "test" }));
        for (const { criterion, what, formulas, sights } of requiredOf(own)) {
          const isShown = sights.every((alternatives) =>
            alternatives.some((sight) => seen.some((each) => sight.sees(own.compiled, each))),
          );
          const found = new Possibility(own, formulas, 100_000).of(sights).kind;
          if (isShown) expect(found, `${criterion}: ${what}\n${text}`).toBe("open");
        }
      }),
      { numRuns: 8 },
    );
  });
});
