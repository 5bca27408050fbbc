import { expect } from "vitest";
import type { WatchedPage } from "./browser.ts";

/** Checks that the page has thrown nothing, logged no error and asked no other machine for anything. */
export function checkQuiet({ problems }: WatchedPage): void {
  expect(problems.join("\n")).toBe("");
}
