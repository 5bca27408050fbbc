import type { Standing, Told } from "./editions.ts";

const words: Readonly<Record<Standing, string>> = {
  "in force": "In force today",
  "not yet": "Not in force yet",
  replaced: "Another took its place",
  ended: "Ended",
  retired: "Retired",
  never: "Retired before it began",
};

/** How a release stands, with the one that took its place. */
export function standingWords({ standing, replaced }: Pick<Told, "standing" | "replaced">): string {
  return standing === "replaced" && replaced !== null ? `Replaced by ${replaced.version}` : words[standing];
}
