import { describe, expect, it } from "vitest";
import { type Analyses, applyEdits, definitionAcross, referencesAcross, renameAcross } from "../../../dsl/index.ts";
import { readSet } from "../../../engine/set/index.ts";

const words = `guideline "Words"
fact pain: yes or no
fact program: treatment trial
define failed program
  as program failed AND pain
`;

const neck = `guideline "Neck"
  source "B", page 1
  use failed program, pain from "Words"
service imaging
  MRI    CPT 72141
imaging if failed program OR pain
`;

const local = `guideline "Local"
  source "C", page 2
  changes "Neck"
  use failed program from "Words"
imaging if failed program
  changed because "pain alone does not count here"
`;

const other = `guideline "Other"
  source "D", page 3
fact failed program: yes or no
service tests
  a test    CPT 80048
tests if failed program
`;

const texts: Readonly<Record<string, string>> = {
  "local.guideline": local,
  "neck.guideline": neck,
  "other.guideline": other,
  "words.guideline": words,
};

function analyses(of = texts): Analyses {
  const { value } = readSet(Object.entries(of).map(([path, text]) => ({ path, text })));
  return new Map(
    [...value.readings.values()].flatMap((one) =>
      one.kind === "guideline" ? [[one.path, one.analysis] as const] : [],
    ),
  );
}

const at = (file: string, written: string): number => (texts[file] ?? "").lastIndexOf(written) + 1;

/** `words.guideline:4 failed program`, with a star where it is declared. */
function places(file: string, written: string): readonly string[] {
  return referencesAcross(analyses(), file, at(file, written)).map(({ file: path, span, declares }) => {
    const text = texts[path] ?? "";
    const line = text.slice(0, span.start).split("\n").length;
    return `${path}:${line} ${text.slice(span.start, span.end)}${declares ? " *" : ""}`;
  });
}

describe("across the files of a set", () => {
  it("finds every place that names a definition, and none that names another of the same words", () => {
    const expected = [
      "local.guideline:4 failed program",
      "local.guideline:5 failed program",
      "neck.guideline:3 failed program",
      "neck.guideline:6 failed program",
      "words.guideline:4 failed program *",
    ];
    expect(places("neck.guideline", "failed program")).toEqual(expected);
    expect(places("words.guideline", "failed program")).toEqual(expected);
    expect(places("other.guideline", "failed program")).toEqual([
      "other.guideline:3 failed program *",
      "other.guideline:6 failed program",
    ]);
  });

  it("goes to the declaration in another file", () => {
    expect(definitionAcross(analyses(), "neck.guideline", at("neck.guideline", "pain"))).toEqual({
      file: "words.guideline",
      span: { start: words.indexOf("pain"), end: words.indexOf("pain") + 4 },
    });
  });

  it("goes from a service of an overlay to its base", () => {
    expect(definitionAcross(analyses(), "local.guideline", at("local.guideline", "imaging"))?.file).toBe(
      "neck.guideline",
    );
  });

  it("renames in every file, so that the set reads as before", () => {
    const renaming = renameAcross(
      analyses(),
      "neck.guideline",
      at("neck.guideline", "failed program"),
      "unsuccessful program",
    );
    if ("refused" in renaming) throw new Error(renaming.refused);
    const renamed = { ...texts };
    for (const { file, edits } of renaming.files) renamed[file] = applyEdits(texts[file] ?? "", edits);
    expect(renamed["neck.guideline"]).toContain('use unsuccessful program, pain from "Words"');
    expect(renamed["words.guideline"]).toContain("define unsuccessful program");
    expect(renamed["local.guideline"]).toContain("imaging if unsuccessful program");
    expect(renamed["other.guideline"]).toBe(other);
    expect([...analyses(renamed).values()].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it("refuses a name that another file has taken", () => {
    expect(renameAcross(analyses(), "words.guideline", at("words.guideline", "pain"), "imaging")).toEqual({
      refused: "`neck.guideline`: A service is called `imaging` already; capitals and a plural `s` make no difference.",
    });
    expect(renameAcross(analyses(), "words.guideline", at("words.guideline", "pain"), "")).toEqual({
      refused: "A name has at least one word.",
    });
  });
});
