import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GuidelineInSet } from "../../../../engine/determine/index.ts";
import { ended } from "../../../../engine/testing/index.ts";
import { openSights } from "../../../../engine/testing/coverage/index.ts";
import { mutate } from "../../../../engine/testing/mutation/index.ts";
import { type Item, mutantItem, obligationItem } from "../../../../engine/testing/synthesis/items.ts";
import { suggestCases } from "../../../../engine/testing/synthesis/index.ts";
import { reduced } from "../../../../engine/testing/synthesis/reduced.ts";
import type { Case } from "../../../../engine/values/index.ts";
import type { GuidelineSet } from "../../../../engine/set/index.ts";
import { shares } from "../../../support/index.ts";
import { setInText } from "../setInText.ts";
import { everyCase, everyFactTested, smallGuideline } from "../smallGuidelines.ts";
import { fewestPossible } from "./fewest.ts";

const cases = everyCase();
const [probe] = setInText(everyFactTested).guidelines;

describe("The cases suggested for a small guideline", () => {
  test.each(shares(4))("show all that any case can show, and are hardly more than it takes: %s", () => {
    fc.assert(
      fc.property(smallGuideline, (text) => {
        const set = setInText(text);
        const { cases: suggested, open } = suggestCases(set);
        const items = itemsOf(set);
        const shown = [...suggested.map((each) => each.case), ...cases].map((of) => shownIn(of, items));
        const bySuggested = new Set(shown.slice(0, suggested.length).flat());
        expect(bySuggested).toEqual(new Set(shown.flat()));
        expect(open.length).toBe(items.length - bySuggested.size);
        expect(suggested.length).toBeLessThanOrEqual(1.2 * fewestPossible(shown, 20_000));
      }),
      { numRuns: 1 },
    );
  });

  test("expect nothing yet", () => {
    fc.assert(
      fc.property(smallGuideline, (text) => {
        const { cases: suggested } = suggestCases(setInText(text));
        for (const { case: of } of suggested) expect(of.requests.map(({ expect: said }) => said)).toEqual([null]);
      }),
      { numRuns: 1 },
    );
  });
});

function itemsOf(set: GuidelineSet): readonly Item[] {
  const own: GuidelineInSet | undefined = set.guidelines[0];
  if (own === undefined) throw new Error("There is one guideline");
  return [
    ...mutate(set).met.flatMap((met) => mutantItem(own, met) ?? []),
    ...ended(openSights(set)).flatMap((each) =>
      each.missing.map((alternatives) => obligationItem(own, each, alternatives)),
    ),
  ];
}

function shownIn(of: Case, items: readonly Item[]): readonly number[] {
  if (probe === undefined) throw new Error("A guideline that tests every fact");
  const known = reduced(probe, of);
  return [...items.keys()].filter((at) => items[at]?.isShownBy(known, "test"));
}
