import { describe, expect, it } from "vitest";
import { analyse, applyEdits, format, hover, rename, tokens } from "../../../dsl/index.ts";

const text = `guideline "Metabolic Surgery"
  source "A made-up policy", page 1

fact weight: number in kg, to 0.1
fact height: number in m, to 0.01
fact goal weight: number in kg, to 0.1

define body mass index: number in kg/m2, to 0.1
  "the body mass index"
  as weight divided by (height times height)

service surgery
  gastric bypass    CPT 43644

surgery if body mass index at least 40 kg/m2 AND weight above goal weight
`;
const analysis = analyse({ name: "example.guideline", text });
const at = (words: string): number => text.indexOf(words) + 1;

describe("a calculated number in the editor", () => {
  it("is told with its unit and how it is calculated", () => {
    expect(hover(analysis, at("body mass index at least"))?.markdown).toBe(
      '**body mass index**: definition, calculated number in kg/m2, to 0.1\n\n"the body mass index"\n\n```guideline\nas weight divided by (height times height)\n```\n\nUsed once.',
    );
  });

  it("goes along when one of its facts, or the number itself, is renamed", () => {
    const renamed = (where: string, name: string): string => {
      const changed = rename(analysis, at(where), name);
      return "edits" in changed ? applyEdits(text, changed.edits) : "refused";
    };
    expect(renamed("height:", "stature")).toContain("as weight divided by (stature times stature)");
    expect(renamed("goal weight:", "aim")).toContain("AND weight above aim");
    expect(renamed("body mass index:", "BMI")).toContain("surgery if BMI at least 40 kg/m2");
  });

  it("has its names coloured, in its arithmetic and behind a comparison", () => {
    const names = tokens(analysis).filter(({ kind }) => kind === "name");
    expect(names.map(({ start, end }) => text.slice(start, end))).toEqual([
      "weight",
      "height",
      "height",
      "surgery",
      "body mass index",
      "weight",
      "goal weight",
    ]);
  });

  it("keeps its layout when formatted", () => {
    expect(format(text)).toBe(text);
    expect(format(text.replace("by (height times", "by  ( height   times"))).toBe(text);
  });
});

it("a calculation of thousands of words is refused at once", () => {
  const long = text.replace("as weight divided", `as ${"weight plus ".repeat(3000)}weight divided`);
  const { diagnostics } = analyse({ name: "example.guideline", text: long });
  expect(diagnostics.map(({ code }) => code)).toEqual(["E0240"]);
});
