import { assert, boolean, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { moving } from "../../../studio/worker/proof/index.ts";

describe("a place in a text that is typed in", () => {
  const text = "imaging if failed strengthening";
  const failed = { start: 11, end: 31 };

  it.each([
    ["what is typed before it moves it", "# x\nimaging if failed strengthening", { start: 15, end: 35 }],
    ["what is typed behind it leaves it", "imaging if failed strengthening OR pain", failed],
    ["what is typed into it makes it longer", "imaging if failed neck strengthening", { start: 11, end: 36 }],
    ["it goes when its words do", "imaging if ", null],
  ])("%s", (_, after, expected) => {
    expect(moving(text, after)(failed)).toEqual(expected);
  });

  const parts = tuple(string(), string({ minLength: 1 }), string());

  it("holds the same words as before, or is gone, whatever is typed elsewhere", () => {
    const holds = property(parts, string(), boolean(), ([before, words, after], typed, isBefore) => {
      const span = { start: before.length, end: before.length + words.length };
      const next = isBefore ? `${typed}${before}${words}${after}` : `${before}${words}${after}${typed}`;
      const moved = moving(`${before}${words}${after}`, next)(span);
      // Where the typed text repeats the words, which of both is meant cannot be told: then it spans both.
      return moved === null || next.slice(moved.start, moved.end).includes(words);
    });
    expect(() => assert(holds)).not.toThrow();
  });
});
