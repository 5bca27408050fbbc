import { describe, expect, test } from "vitest";
import { closures } from "../../../engine/evaluate/index.ts";
import { between, one } from "../../../engine/values/index.ts";
import { imagingRule } from "../evaluate/imagingRule.ts";
import { known } from "../writing.ts";

const decidedBy = (values: Parameters<typeof known>[0]) =>
  closures.compile(imagingRule).value?.decidedBy("imaging", known(values));

const region = "requested body region";
const change = "significant symptom change";
const insult = "tissue insult or neurovascular dysfunction";
const weeks = "strengthening program · duration in days";
const response = "strengthening program · response";

describe("the real imaging rule", () => {
  test("one criterion that suffices decides, and the region that the guideline is about", () => {
    expect(decidedBy({ [region]: one(0), [change]: one(1), [weeks]: one(10), [insult]: one(0) })).toEqual([
      region,
      change,
    ]);
  });

  test("of two that suffice, the one that is read first", () => {
    expect(decidedBy({ [region]: one(0), [change]: one(1), [insult]: one(1) })).toEqual([region, change]);
  });

  test("an interval decides as far as it goes", () => {
    expect(decidedBy({ [region]: one(0), [weeks]: between(42, 60), [response]: one(0) })).toEqual([
      region,
      weeks,
      response,
    ]);
  });

  test("to rule it out takes one reason against each criterion", () => {
    const none = { [change]: one(0), [weeks]: one(10), [response]: one(1), "anatomy is unclear": one(0) };
    expect(decidedBy({ ...none, [region]: one(0), [insult]: one(0), "planned procedure": one(0) })).toEqual([
      region,
      change,
      weeks,
      "anatomy is unclear",
      insult,
    ]);
  });

  test("another region decides alone", () => {
    expect(decidedBy({ [region]: one(2), [change]: one(1) })).toEqual([region]);
  });

  test("nothing decides what is open", () => {
    expect(decidedBy({ [region]: one(0), [change]: one(0) })).toEqual([]);
  });
});
