import { describe, expect, it } from "vitest";
import { checkExhaustively, formulas, smallWorlds } from "./exhaustive.ts";

describe("every formula of up to two gates, on every information set: each evaluator answers as enumeration does", () => {
  it.each(smallWorlds)("$name", ({ of }) => {
    expect(checkExhaustively(of, formulas(of, 2).flat())).toBeGreaterThan(0);
  });
});

describe("every formula of up to one gate, where one of them is assumed", () => {
  it.each(smallWorlds.slice(0, 2))("$name", ({ of }) => {
    const all = formulas(of, 1).flat();
    for (const assumed of all) expect(checkExhaustively(of, all, [assumed])).toBeGreaterThan(0);
  });
});
