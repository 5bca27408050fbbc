import { expect, test } from "vitest";
import { axisOf, placeOf, stretchOf, yearsOn } from "../../../studio/releases/page/stretches.ts";

const axis = { from: "2026-01-01", to: "2026-04-11" };

test("a day lies where its share of the axis is: 100 days, one percent each", () => {
  expect(placeOf("2026-01-01", axis)).toBe(0);
  expect(placeOf("2026-01-11", axis)).toBe(10);
  expect(placeOf("2026-04-11", axis)).toBe(100);
});

test("a stretch holds its last day, and one without an end goes to the edge", () => {
  expect(stretchOf({ effectiveFrom: "2026-01-11", last: "2026-01-20" }, axis)).toEqual({ left: 10, width: 10 });
  expect(stretchOf({ effectiveFrom: "2026-01-11", last: null }, axis)).toEqual({ left: 10, width: 90 });
});

test("what decides no day has no width", () => {
  expect(stretchOf({ effectiveFrom: "2026-01-11", last: "2026-01-10" }, axis)).toEqual({ left: 10, width: 0 });
});

test("the axis holds the first beginning, every known end and today, and goes on for a while", () => {
  expect(axisOf([{ effectiveFrom: "2026-02-01", last: null }], "2026-01-01")).toEqual({
    from: "2026-01-01",
    // 31 days are shown, and at least 30 more.
    to: "2026-03-03",
  });
});

test("years are marked on the axis, never more than ten", () => {
  expect(yearsOn({ from: "2024-05-01", to: "2026-02-01" })).toEqual(["2025-01-01", "2026-01-01"]);
  expect(yearsOn({ from: "2026-05-01", to: "2026-12-01" })).toEqual([]);
  expect(yearsOn({ from: "2000-01-01", to: "2025-06-01" }).length).toBeLessThanOrEqual(10);
});
