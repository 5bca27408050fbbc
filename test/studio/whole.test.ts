import { describe, expect, it } from "vitest";
import type { FactType } from "../../dsl/index.ts";
import type { Finding } from "../../engine/determine/index.ts";
import type { StatedValue } from "../../engine/values/index.ts";
import { openSession } from "../../studio/worker/session.ts";
import { repeated, wholeFiles } from "./wholeSet.ts";

function opened() {
  const files = wholeFiles();
  const session = openSession();
  return { session, first: session.analyse({ changes: files, saved: files, openCase: repeated, witness: null }) };
}

const { session, first } = opened();

describe("a case of the whole language", () => {
  it("has nothing wrong with it", () => {
    expect(first.diagnostics?.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("shows what follows from the facts", () => {
    const worked = first.open?.determinations[0]?.worked.map(({ name, form, value, isOpen }) => [
      name,
      form,
      value,
      isOpen,
    ]);
    expect(worked).toEqual([
      ["body mass index", "number", "more than 27.2 kg/m2 and less than 27.3 kg/m2", false],
      // Signs 3, a fast heart 1.5, the code of lung cancer 1; surgery is not documented and would give 1.5.
      ["Wells", "score", "from 5.5 to 7 points", true],
      ["rating", "table", "usually appropriate", false],
      ["scan interval", "schedule", "24 months", false],
    ]);
  });

  it("asks the reviewer for what only the reviewer can state, word for word", () => {
    const asked = first.open?.facts.filter(({ attested }) => attested !== null);
    expect(asked?.map(({ name, attested, needs }) => [name, attested, needs])).toEqual([
      ["benefit outweighs harm", "I have weighed the benefit of the scan against its dose.", []],
    ]);
  });
});

const dates = { "request date": "2024-03-10", "service date": "2024-03-10" };
const check = (type: FactType, value: StatedValue | string, orNone = false) =>
  session.checkValue(
    { name: "it", type, orNone },
    typeof value === "string" ? { kind: "text", text: value } : value,
    dates,
  );

const metres: FactType = { kind: "number", unit: { word: "m", ucum: "m" }, decimals: 2 };
const diagnosis: FactType = { kind: "code", system: "ICD-10-CM" };
const site: FactType = { kind: "body site", regions: ["lung", "knee"] };

/** The finding whose criterion is `words`, wherever it stands. */
function findingOf(path: string, words: string): Finding | undefined {
  const { open } = session.analyse({ changes: [], saved: null, openCase: path, witness: null });
  const all = (found: readonly Finding[]): readonly Finding[] => found.flatMap((one) => [one, ...all(one.parts)]);
  return all((open ?? first.open)?.determinations.flatMap(({ findings }) => findings) ?? []).find(
    ({ criterion }) => criterion === words,
  );
}

describe("what a score or table comes to", () => {
  it("tells what each row gives, and the range while a row is not documented", () => {
    expect(findingOf(repeated, "Wells is 0")?.table).toEqual({
      name: "Wells",
      form: "score",
      policy: "points added up",
      value: "from 5.5 to 7 points",
      isOpen: true,
      gives: ["3 points", "1.5 points", "1.5 points", "1 point"],
      otherwise: null,
      decidedBy: null,
    });
  });

  it("tells which row of a table decided", () => {
    const found = findingOf("cases/left-lung.yaml", "rating is one of usually appropriate, may be appropriate");
    expect(found?.table).toMatchObject({ value: "usually appropriate", decidedBy: 0, otherwise: "rarely appropriate" });
    const none = findingOf("cases/no-points.yaml", "rating is one of usually appropriate, may be appropriate");
    expect(none?.table).toMatchObject({ value: "rarely appropriate", decidedBy: "otherwise" });
  });

  it("tells a red flag from what else suffices", () => {
    const whole = findingOf("cases/left-lung.yaml", "any of");
    expect(whole?.parts.map(({ role, answer }) => [role, answer])).toEqual([
      ["red flag", "not met"],
      ["part", "met"],
    ]);
  });
});

describe("a value in a form", () => {
  it.each<[string, FactType, StatedValue | string, string | null]>([
    ["a number as declared", metres, "1.78 m", null],
    ["a number in another unit", metres, "178 cm", "Read as 1.78 m."],
    ["a month", { kind: "date" }, "2024-02", "Read as from 2024-02-01 to 2024-02-29."],
    [
      "a time between",
      { kind: "date" },
      { kind: "interval", from: "2024-01", to: null },
      "Read as 2024-01-01 or later.",
    ],
    ["a date of birth", { kind: "age", at: "service date" }, { kind: "born", date: "1951-03-11" }, "Read as 72 years."],
    ["a code of a list", diagnosis, "c3411", "ICD-10-CM C34.11: in lung cancer."],
    ["a code of none", diagnosis, "M54.16", "ICD-10-CM M54.16: in no list of codes."],
    ["a site", site, "left knee", null],
    ["none", { kind: "whole number" }, "none", null],
  ])("says what it is read as: %s", (_, type, value, says) => {
    expect(check(type, value, true)).toEqual({ says, problem: null });
  });

  it("says what is wrong, and mends what can be mended", () => {
    expect(check(diagnosis, "C34.x").problem).toEqual({
      message: "`C34.x` does not say which codes of ICD-10-CM are meant.",
      hint: "Codes that go on are written `C34*`; for one code alone write all of its characters.",
      fixes: [{ title: "Write C34*", text: "C34*" }],
    });
    expect(check({ kind: "yes or no" }, "present").problem?.fixes).toEqual([{ title: "Write yes", text: "yes" }]);
    expect(check(site, "left kne").problem?.fixes).toEqual([{ title: "Write left knee", text: "left knee" }]);
    expect(check({ kind: "date" }, { kind: "interval", from: "2024-02", to: "2023" }).problem?.message).toBe(
      "`2024-02` is above `2023`.",
    );
  });
});

it("finds every use of a name in the set, with the line it stands in", () => {
  const overlay = wholeFiles().find(({ path }) => path === "overlay.guideline") ?? { path: "", text: "" };
  const uses = session.uses(overlay, overlay.text.indexOf("treatment where"));
  expect(uses.map(({ file, line, declares, before, name }) => [file, line, declares, before + name])).toEqual([
    ["lungs.guideline", 30, true, "fact treatment"],
    ["lungs.guideline", 44, false, "as treatment"],
    ["overlay.guideline", 8, false, "as treatment"],
  ]);
});
