import { describe, expect, it } from "vitest";
import { shares } from "../support/index.ts";
import { checkKind } from "./agreement.ts";
import { checkSampled } from "./sampled.ts";
import { kinds } from "./worlds/index.ts";

describe("every evaluator answers as the interpreter does, and the interpreter as the worlds that a case leaves possible", () => {
  it.each(kinds)("$name", (kind) => {
    expect(checkKind(kind, 12)).toBeGreaterThan(0);
  });
});

describe("every evaluator answers as the interpreter does to the whole language at once", () => {
  it.each(shares(3))("%s", () => {
    expect(checkSampled(12)).toBeGreaterThan(0);
  });
});
