import { expect, it } from "vitest";
import { matching } from "../../studio/shell/matching.ts";
import { readView } from "../../studio/session/view.ts";

it("reads an address and leaves out what it does not understand", () => {
  const address = {
    set: "california-mtus",
    file: "a.guideline",
    case: "cases/a.yaml",
    tab: "letter",
    wide: "editor",
    read: "outline",
  };
  expect(readView(address)).toEqual(address);
  expect(readView({ set: 7, tab: "trace", wide: "everything", read: "aloud", other: "x" })).toEqual({});
});

it("finds commands by words in any order, those that begin with the first word first", () => {
  const command = (words: string) => ({ id: words, words, kind: "criterion" as const, run: () => undefined });
  const commands = [command("pre-invasive clarification"), command("clarify the anatomy"), command("imaging")];
  const found = (search: string) => matching(commands, search).map(({ words }) => words);
  expect(found("clarif")).toEqual(["clarify the anatomy", "pre-invasive clarification"]);
  expect(found("criterion imag")).toEqual(["imaging"]);
  expect(found("nothing of the kind")).toEqual([]);
});
