import { expect, it } from "vitest";
import { sideBySide } from "../../studio/conflict/sideBySide.ts";

const shown = (mine: string, theirs: string) =>
  sideBySide(mine, theirs).map((row) => [row.mine, row.theirs, row.differs] as const);

it("lays equal lines level and marks the lines that differ", () => {
  expect(shown("a\nb\nc\n", "a\nB\nc\n")).toEqual([
    ["a", "a", false],
    ["b", "B", true],
    ["c", "c", false],
  ]);
});

it("leaves a gap where only one text has a line", () => {
  expect(shown("a\nc\n", "a\nb\nc\n")).toEqual([
    ["a", "a", false],
    [null, "b", true],
    ["c", "c", false],
  ]);
  expect(shown("a\nb\n", "a\n")).toEqual([
    ["a", "a", false],
    ["b", null, true],
  ]);
});
