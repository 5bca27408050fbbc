import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GuidelineInSet, judge } from "../../../../engine/determine/index.ts";
import { agreedOutcome } from "../../../../engine/evaluate/index.ts";
import { mutate, type MutantMet } from "../../../../engine/testing/mutation/index.ts";
import { variantOf } from "../../../../engine/testing/mutation/variants.ts";
import type { Case, InformationSets } from "../../../../engine/values/index.ts";
import { reduceCase } from "../../../../engine/values/reduce/index.ts";
import { shares } from "../../../support/index.ts";
import { setInText } from "../setInText.ts";
import { everyCase, everyFactTested, smallGuideline } from "../smallGuidelines.ts";

const [probe] = setInText(everyFactTested).guidelines;
const everything = everyCase().map(informationOf);

/*
 * Cases that say nothing of a fact, or one of its values, are all there are, but for those that leave a number between bounds: what only
 * these show is shown by a witness.
 */
describe("What is said of mutants of a small guideline, against every case there is", () => {
  test.each(shares(6))("%s", () => {
    fc.assert(
      fc.property(smallGuideline, (text) => {
        for (const { mutant, fate } of mutate(setInText(text)).met) {
          const [own, mistaken] = versionsOf(mutant);
          const isShown = everything.some((known) => outcomeOf(own, known) !== outcomeOf(mistaken, known));
          const expected = isShown || fate.kind === "survived" ? "survived" : "equivalent";
          expect(fate.kind, `${mutant.id}: ${mutant.after}\n${text}`).toBe(expected);
          if (fate.kind === "survived") checkWitness(own, mistaken, fate.witness);
        }
      }),
      { numRuns: 1 },
    );
  });
});

function versionsOf({ edits }: MutantMet["mutant"]): readonly [GuidelineInSet, GuidelineInSet] {
  const [[own, edit] = []] = edits;
  const mistaken = own && edit && variantOf(own, edit);
  if (own === undefined || !mistaken) throw new Error("Every mutant is of the one guideline");
  return [own, mistaken];
}

function informationOf(of: Case): InformationSets {
  const [request] = of.requests;
  if (probe === undefined || request === undefined) throw new Error("A guideline, and a case that asks for a service");
  return reduceCase(probe.guideline, probe.compiled.program, of, request).value;
}

const outcomeOf = ({ compiled }: GuidelineInSet, known: InformationSets): string =>
  agreedOutcome(compiled.outcomes("test", known));

/** It replays to what it claims. */
function checkWitness(
  own: GuidelineInSet,
  mistaken: GuidelineInSet,
  { case: of, before, after }: { readonly case: Case; readonly before: string; readonly after: string },
): void {
  const [request] = of.requests;
  if (request === undefined) throw new Error("A witness asks for a service");
  const outcomes = [own, mistaken].map((each) => judge({ name: "small", guidelines: [each] }, of, request).outcome);
  expect(outcomes).toEqual([before, after]);
  expect(before).not.toBe(after);
}
