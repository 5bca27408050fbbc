import { expect, test } from "vitest";
import { daysUntil, distanceWords } from "../../../studio/due/days.ts";

test.each([
  ["2026-01-01", "2026-01-01", "today"],
  ["2026-02-28", "2026-03-01", "tomorrow"],
  ["2026-01-01", "2025-12-31", "yesterday"],
  ["2026-01-01", "2027-01-01", "in 365 days"],
  ["2026-11-23", "2026-10-24", "30 days ago"],
])("on %s, %s is %s away", (today, day, words) => {
  expect(distanceWords(daysUntil(today, day))).toBe(words);
});
