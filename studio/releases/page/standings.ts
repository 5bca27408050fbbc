import type { Standing } from "./editions.ts";

export const standingWords: Readonly<Record<Standing, string>> = {
  "in force": "In force today",
  "not yet": "Not in force yet",
  replaced: "Another took its place",
  ended: "Ended",
  retired: "Retired",
  never: "Retired before it began",
};
