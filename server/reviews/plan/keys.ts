import { createHash } from "node:crypto";

/** Longer ones are told apart by their digest. */
const longest = 500;

/** What an acknowledgment names: the same words for the same thing, whoever works the plan out and when. */
export function keyOf(kind: "service" | "move" | "expectation", ...parts: readonly string[]): string {
  const key = JSON.stringify([kind, ...parts]);
  if (key.length <= longest) return key;
  return JSON.stringify([kind, createHash("sha256").update(key).digest("hex")]);
}
