import { expect, test } from "vitest";
import { HIGHEST, LOWEST, NONE } from "../../../dsl/index.ts";
import {
  between,
  complement,
  domainOf,
  hull,
  intersect,
  isSubset,
  normalise,
  one,
  onlyValue,
  subtract,
  union,
} from "../../../engine/values/index.ts";

test("overlapping and adjacent ranges are one range; a gap of one value keeps them apart", () => {
  expect(normalise([between(5, 7), between(1, 2), between(3, 3), between(6, 9)].flat())).toEqual([
    { low: 1, high: 3 },
    { low: 5, high: 9 },
  ]);
});

test("crossed ranges hold nothing", () => {
  expect(normalise([{ low: 4, high: 3 }])).toEqual([]);
});

test("what is cut out leaves both edges", () => {
  expect(subtract(between(0, 10), between(3, 5))).toEqual([...between(0, 2), ...between(6, 10)]);
  expect(subtract(between(0, 10), union(one(0), one(10)))).toEqual(between(1, 9));
});

test("the values that are not at least 42 days are below it, open ends kept", () => {
  expect(complement(between(42, HIGHEST), between(0, HIGHEST))).toEqual(between(0, 41));
  expect(complement(between(55, 59), between(LOWEST, HIGHEST))).toEqual([
    { low: LOWEST, high: 54 },
    { low: 60, high: HIGHEST },
  ]);
});

test("sets meet in what both hold", () => {
  expect(intersect(union(between(0, 4), between(8, 9)), between(3, 8))).toEqual([
    { low: 3, high: 4 },
    { low: 8, high: 8 },
  ]);
  expect(isSubset(between(3, 4), union(between(0, 4), between(8, 9)))).toBe(true);
  expect(isSubset(between(4, 8), union(between(0, 4), between(8, 9)))).toBe(false);
});

test("conflicting numbers leave everything between them possible; none stays apart", () => {
  expect(hull(union(one(57), one(58), one(61)))).toEqual(between(57, 61));
  expect(hull(union(one(NONE), one(57), one(61)))).toEqual([{ low: NONE, high: NONE }, ...between(57, 61)]);
});

test("one value is known only when there is one", () => {
  expect(onlyValue(one(7))).toBe(7);
  expect(onlyValue(between(7, 8))).toBe(null);
  expect(onlyValue([])).toBe(null);
});

test("only a fact declared `or none` may be none, and no threshold holds it", () => {
  const count = domainOf({ kind: "whole number" }, "value", true);
  expect(count).toEqual([{ low: NONE, high: NONE }, ...between(0, HIGHEST)]);
  expect(complement(between(LOWEST, 5), count)).toEqual([{ low: NONE, high: NONE }, ...between(6, HIGHEST)]);
  expect(domainOf({ kind: "yes or no" }, "value", false)).toEqual(between(0, 1));
});
