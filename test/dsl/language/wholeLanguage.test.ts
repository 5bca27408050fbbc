import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, render } from "../../../dsl/index.ts";
import { rewritingNames, rewritten, saidBy, wholeGuidelines } from "../../support/wholeLanguage/index.ts";

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const each = { numRuns: 4 };

describe("a guideline in every form of the language", () => {
  it.each(seeds)("is read without an error (%i)", (seed) => {
    fc.assert(
      fc.property(wholeGuidelines, (text) => {
        const { diagnostics } = analyse({ name: "generated.guideline", text });
        const errors = diagnostics.filter(({ severity }) => severity === "error").map((one) => render(one, text));
        expect(errors).toEqual([]);
      }),
      { ...each, seed },
    );
  });

  it.each(rewritingNames.flatMap((name) => seeds.map((seed) => [name, seed] as const)))(
    "means and says the same through %s (%i)",
    (name, seed) => {
      fc.assert(
        fc.property(wholeGuidelines, (text) => {
          const analysis = analyse({ name: "generated.guideline", text });
          const { text: said, errors, laidOut, says, again } = rewritten(name, analysis);
          expect(errors).toEqual([]);
          expect({ said, says }).toEqual({ said: laidOut, says: saidBy(analysis.value) });
          expect(again).toBe(said);
        }),
        { ...each, seed },
      );
    },
  );
});
