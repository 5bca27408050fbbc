import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds } from "./kinds.ts";

const tests = kinds.flatMap(({ name, share, together, property }) =>
  Array.from({ length: Math.ceil(share / together) }, (_, turn) => {
    const first = turn * together;
    const last = Math.min(share, first + together);
    return { name: `${name}, ${first + 1} to ${last}`, property, numRuns: last - first };
  }),
);

describe("whatever is written is read without fail; a failure tells its seed and what is left of the input", () => {
  it.each(tests)("$name", ({ property, numRuns }) => {
    // Asked whether it throws, an assertion would cut the message off before the seed.
    expect(fc.assert(property, { numRuns })).toBeUndefined();
  });
});

it("2,000 inputs are read", () => {
  expect(tests.reduce((sum, { numRuns }) => sum + numRuns, 0)).toBe(2_000);
});
