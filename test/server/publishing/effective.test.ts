import { expect, test } from "vitest";
import { effectiveProblem, firstPossible } from "../../../server/publishing/index.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const release = (version: string, from: string, to: string | null = null) => ({
  manifest: { version },
  effective: { from, to },
});

test.each([
  ["the day after one that begins today", [release("1.0.0", "2026-03-10")], "2026-03-11", "only after that day."],
  [
    "the day after one that will begin",
    [release("1.0.0", "2026-01-01"), release("1.1.0", "2026-05-01")],
    "2026-05-02",
    "or once that one is retired.",
  ],
  ["the day after a known end", [release("1.0.0", "2026-01-01", "2026-06-30")], "2026-07-01", "until 2026-06-30"],
  // At noon in Greenwich no place on earth still has the ninth, but for the far west.
  [
    "today, where one has long begun",
    [release("1.0.0", "2026-01-01")],
    "2026-03-10",
    "were decided with release 1.0.0",
  ],
  [
    "today, where the last one was retired before it began",
    [release("1.0.0", "2026-01-01"), release("2.0.0", "2026-05-01", "2026-04-01")],
    "2026-03-10",
    "were decided with release 1.0.0",
  ],
])("the next release can begin on %s", (_, releases, from, because) => {
  expect(firstPossible(releases, noon)).toEqual({ from, because: expect.stringContaining(because) });
  expect(effectiveProblem(releases, { from, to: null }, noon)).toBeNull();
});

test("a first release can begin on any day", () => {
  expect(firstPossible([], noon)).toBeNull();
  const never = release("1.0.0", "2026-05-01", "2026-04-01");
  expect(firstPossible([never], noon)).toBeNull();
});
