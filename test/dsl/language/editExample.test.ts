import { describe, expect, test } from "vitest";
import { analyse, editExample, type ExampleEdit, format } from "../../../dsl/index.ts";

const guideline = `guideline "Knees"   # the head
  source "A manual"

fact locked knee: yes or no

service imaging
  MRI of the knee

imaging if locked knee
  cite page 3

example "Locked"
  locked knee: yes
  expect imaging: criteria not met   # as we thought
  # of the criterion too
  expect locked  knee:   not met
  cite "page 3"

example "Free"
  locked knee: no
  expect imaging: criteria not met
`;

const accepted: ExampleEdit = {
  kind: "accepted example",
  index: 0,
  says: [
    { name: "imaging", answer: "criteria met" },
    { name: "Locked Knee", answer: "met" },
  ],
  because: 'The "second"\n  edition',
};

const examplesOf = (text: string) => analyse({ name: "k.guideline", text }).value.examples;

describe("accepting what an example comes to", () => {
  test("writes the answers and why, and leaves every other character", () => {
    expect(editExample(guideline, accepted)).toBe(
      guideline
        .replace("imaging: criteria not met   # as", "imaging: criteria met   # as")
        .replace("knee:   not met\n", "knee:   met\n  filled in by engine because \"The 'second' edition\"\n"),
    );
  });

  test("is read back as filled in, and laid out as it is", () => {
    const text = editExample(guideline, accepted);
    expect(examplesOf(text).map(({ filledIn }) => filledIn)).toEqual(["The 'second' edition", null]);
    expect(format(text)).toContain("  filled in by engine because \"The 'second' edition\"\n");
  });

  test("a second time replaces the sentence", () => {
    const again = editExample(editExample(guideline, accepted), { ...accepted, because: "The third edition" });
    expect(again.match(/filled in by engine/g)).toHaveLength(1);
    expect(examplesOf(again)[0]?.filledIn).toBe("The third edition");
  });

  test("keeps the line ends of the file, at its end too", () => {
    const windows = guideline.trimEnd().replaceAll("\n", "\r\n");
    const edited = editExample(windows, { ...accepted, index: 1, says: [{ name: "imaging", answer: "excluded" }] });
    expect(edited.endsWith("expect imaging: excluded\r\n  filled in by engine because \"The 'second' edition\"")).toBe(
      true,
    );
  });

  test("of an example that is not there changes nothing", () => {
    expect(editExample(guideline, { ...accepted, index: 7 })).toBe(guideline);
    expect(editExample("", accepted)).toBe("");
  });
});

describe("naming the source", () => {
  const name = (text: string, index: number) =>
    editExample(text, { kind: "source of example", index, source: "page 9" });

  test("takes the mark away and stands in the place of the citation", () => {
    const text = name(editExample(guideline, accepted), 0);
    expect(text).not.toContain("filled in by engine");
    expect(examplesOf(text)[0]).toMatchObject({ filledIn: null, text: { citation: "page 9" } });
    expect(text.match(/cite "/g)).toHaveLength(1);
  });

  test("of an example without a citation gives it one", () => {
    const text = name(editExample(guideline, { ...accepted, index: 1 }), 1);
    expect(examplesOf(text)[1]).toMatchObject({ filledIn: null, text: { citation: "page 9" } });
  });

  test("where nothing is marked changes nothing", () => {
    expect(name(guideline, 0)).toBe(guideline);
  });
});

test("the mark has its place in an example, once", () => {
  const codes = (text: string) => analyse({ name: "k.guideline", text }).diagnostics.map(({ code }) => code);
  const mark = '  filled in by engine because "a reason"\n';
  expect(codes(guideline.replace("  cite page 3\n", `  cite page 3\n${mark}`))).toContain("E0310");
  expect(codes(`${guideline}${mark}${mark}`)).toContain("E0311");
  expect(codes(`${guideline}${mark}`)).toEqual(codes(guideline));
});
