import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds } from "./kinds.ts";

/** 2,000 inputs, others each time; a failure tells its seed, and what is left of the input when it is shrunk. */
describe("whatever is written is read without fail", () => {
  it.each(kinds)("$name", ({ property, share }) => fc.assert(property, { numRuns: share }));
});

it("2,000 inputs are read", () => {
  expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBe(2_000);
});
