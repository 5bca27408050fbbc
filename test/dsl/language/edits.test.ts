import { describe, expect, it } from "vitest";
import { applyEdits, describeType, type FactType, quickFixes } from "../../../dsl/index.ts";
import { marked, neck } from "./marked.ts";

describe("quick fixes", () => {
  it("offers the fixes of what the range touches", () => {
    const { analysis, ranges, text } = marked(`${neck}\nimaging if failed program «or is» unclear\n`);
    const fixed = ranges.flatMap((span) => quickFixes(analysis, span)).map(({ fix }) => applyEdits(text, fix.edits));
    expect(fixed.map((each) => each.slice(neck.length + 1))).toEqual(["imaging if failed program OR is unclear\n"]);
  });

  it("corrects a misspelt name", () => {
    const { analysis, offset, text } = marked(`${neck}\nimaging if faild‸ program\n`);
    const [found] = quickFixes(analysis, { start: offset, end: offset });
    expect(found?.diagnostic.code).toBe("E0201");
    expect(applyEdits(text, found?.fix.edits ?? [])).toContain("imaging if failed program\n");
  });

  it("offers nothing elsewhere", () => {
    const { analysis } = marked(`${neck}\nimaging if faild program\n`);
    expect(quickFixes(analysis, { start: 0, end: 5 })).toEqual([]);
  });
});

describe("applying edits", () => {
  it("takes them in any order, in offsets of the old text", () => {
    const edits = [
      { span: { start: 8, end: 9 }, text: "ccc" },
      { span: { start: 0, end: 1 }, text: "" },
      { span: { start: 4, end: 4 }, text: "b" },
    ];
    expect(applyEdits("a---, ..c", edits)).toBe("---b, ..ccc");
  });

  it("leaves out one that overlaps an earlier one", () => {
    const edits = [
      { span: { start: 0, end: 3 }, text: "x" },
      { span: { start: 2, end: 4 }, text: "y" },
    ];
    expect(applyEdits("abcd", edits)).toBe("xd");
  });
});

const types: readonly (readonly [string, FactType])[] = [
  ["yes or no", { kind: "yes or no" }],
  ["one of rest, sleep", { kind: "one of", options: ["rest", "sleep"] }],
  ["number in mmHg, to 0.01", { kind: "number", unit: { word: "mmHg", ucum: "mm[Hg]" }, decimals: 2 }],
  ["number", { kind: "number", unit: null, decimals: 0 }],
  ["age at service date", { kind: "age", at: "service date" }],
  ["strength: 0, 1", { kind: "scale", scale: "strength", grades: ["0", "1"] }],
  ["ICD-10-CM code", { kind: "code", system: "ICD-10-CM" }],
];

it.each(types)("a type in words: %s", (words, type) => expect(describeType(type)).toBe(words));
