import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyse } from "../../dsl/index.ts";
import { readSet } from "../../engine/set/index.ts";
import { testSet } from "../../engine/testing/index.ts";

const guide = readFileSync(new URL("../../guidelines/README.md", import.meta.url), "utf8");

/** The pieces of each file of the guide, one after the other, as a reader types them. */
function filesOf(text: string): ReadonlyMap<string, string> {
  const pieces = [...text.matchAll(/^```guideline (\S+)\n([^]*?)^```$/gm)];
  const byFile = Map.groupBy(pieces, ([, file = ""]) => file);
  return new Map([...byFile].map(([file, parts]) => [file, parts.map(([, , piece]) => piece).join("\n")]));
}

describe("the language in ten minutes", () => {
  const files = [...filesOf(guide)];

  it("has two files", () => expect(files.map(([name]) => name)).toEqual(["defibrillators", "injections"]));

  it.each(files)("%s is read without a word against it, and its examples come out", (name, text) => {
    expect(analyse({ name: `${name}.guideline`, text }).diagnostics).toEqual([]);
    const { value } = readSet([{ path: `${name}.guideline`, text }]);
    const { cases } = testSet(value);
    expect(cases.length).toBeGreaterThan(1);
    expect(cases.filter(({ status }) => status !== "passed")).toEqual([]);
  });
});
