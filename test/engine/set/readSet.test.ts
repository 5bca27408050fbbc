import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSet, type SetFile } from "../../../engine/set/index.ts";

const folder = join(import.meta.dirname, "../../../guidelines/california-mtus");
const shipped: readonly SetFile[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(?:yaml|guideline|md)$/.test(path))
  .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(folder, path), "utf8") }));

const guidelinePath = "neck-and-upper-back.guideline";
const casePath = "cases/cervical-imaging-as-decided.yaml";

/** The shipped set with one file's text changed, or a file added. */
function withFile(path: string, change: (text: string) => string): readonly SetFile[] {
  const text = change(shipped.find((file) => file.path === path)?.text ?? "");
  return [...shipped.filter((file) => file.path !== path), { path, text }];
}

function told(files: readonly SetFile[]): readonly string[] {
  return readSet(files).diagnostics.map(
    ({ code, severity, file, message }) => `${severity} ${code} ${file}: ${message}`,
  );
}

describe("The shipped set", () => {
  test("is read whole, without any diagnostic", () => {
    const { value, diagnostics } = readSet(shipped);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ name: "california-mtus", publisher: null });
    expect(value.guidelines.map(({ path }) => path)).toEqual([guidelinePath]);
    expect(value.cases.map(({ path }) => path)).toContain(casePath);
  });

  test("holds the customer's line as it was written", () => {
    const text = shipped.find(({ path }) => path === guidelinePath)?.text.split("\n");
    expect(text).toContain(
      "imaging if significant symptom change OR failed strengthening OR pre-invasive clarification",
    );
  });

  test("read again reuses every file that did not change", () => {
    const first = readSet(shipped).value;
    const again = readSet(
      withFile(guidelinePath, (text) => `${text}\n# an afterthought\n`),
      first,
    ).value;
    expect(again.readings.get(casePath)).toBe(first.readings.get(casePath));
    expect(again.readings.get(guidelinePath)).not.toBe(first.readings.get(guidelinePath));
    const third = readSet(
      withFile(casePath, (text) => `${text}\n# an afterthought\n`),
      first,
    ).value;
    expect(third.guidelines[0]).toEqual(first.guidelines[0]);
    expect(third.guidelines[0]?.compiled).toBe(first.guidelines[0]?.compiled);
    expect(third.cases.filter(({ case: one }) => !first.cases.some((before) => before.case === one))).toHaveLength(1);
  });

  test("means the same whatever order its files come in, and without its releases", () => {
    const releases = [{ path: "releases/1.0.0/cases/broken.yaml", text: "{" }];
    const other = readSet([...releases, ...shipped.toReversed()]);
    expect(other.diagnostics).toEqual([]);
    expect(other.value.cases.map(({ path }) => path)).toEqual(readSet(shipped).value.cases.map(({ path }) => path));
  });
});

describe("A set that is not whole", () => {
  test("of no files lacks its manifest and a guideline", () => {
    expect(told([])).toEqual([
      "error E0501 set.yaml: This folder has no `set.yaml`, so it is not a guideline set.",
      "error E0503 set.yaml: This guideline set holds no guideline.",
    ]);
  });

  test("with a broken manifest says why", () => {
    expect(told(withFile("set.yaml", (text) => text.replace("california-mtus", "California MTUS")))).toEqual([
      "error E0502 set.yaml: `California MTUS` cannot be the name of a guideline set.",
    ]);
    expect(told(withFile("set.yaml", (text) => text.replace("title:", "titel:")))).toEqual([
      "error E0609 set.yaml: `titel` is not a word that may stand at the top of this file.",
    ]);
  });

  test("with two guidelines of one title points at the second", () => {
    const twin = shipped.find(({ path }) => path === guidelinePath)?.text ?? "";
    expect(told([...shipped, { path: "twin.guideline", text: twin }])).toEqual([
      "error E0504 twin.guideline: `Neck and Upper Back Complaints` is also the title of `neck-and-upper-back.guideline`.",
    ]);
  });

  test("with a case outside `cases/` warns that it is not tested", () => {
    const stray = shipped.find(({ path }) => path === casePath)?.text ?? "";
    expect(told([...shipped, { path: "stray.yaml", text: stray }])).toEqual([
      "warning E0505 stray.yaml: This case is not part of the set: it does not stand in `cases/`.",
    ]);
  });

  test("with a broken guideline keeps its cases, and says nothing of facts that nobody can know", () => {
    const files = withFile(guidelinePath, (text) => text.replace("fact significant symptom change: yes or no", "fact"));
    const { value, diagnostics } = readSet(files);
    expect(value.guidelines).toEqual([]);
    expect(value.cases).toHaveLength(readSet(shipped).value.cases.length);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set([guidelinePath]));
  });
});

describe("A case of a set", () => {
  test("that names a fact no guideline declares is told the nearest", () => {
    const files = withFile(casePath, (text) => text.replace("  anatomy is unclear:", "  anatomy is uncler:"));
    const [found] = readSet(files).diagnostics;
    expect(found).toMatchObject({ code: "E0617", file: casePath, hint: "Did you mean `anatomy is unclear`?" });
    expect(files.at(-1)?.text.slice(found?.span.start, found?.span.end)).toBe("anatomy is uncler");
  });

  test.each([
    ["value: cervical spine", "value: cervical spin", "E0407"],
    [
      "service: MRI of the cervical spine without contrast",
      "service: MRI of the cervical spine without contrasts agent",
      "E0619",
    ],
    ["failed strengthening: not documented", "failed strengthenin: not documented", "E0620"],
  ])("with %s made %s is told so: %s", (from, to, code) => {
    expect(readSet(withFile(casePath, (text) => text.replace(from, to))).diagnostics.map((one) => one.code)).toEqual([
      code,
    ]);
  });

  test("that expects an answer like nothing that is declared is told a few names, not all of a long set", () => {
    const facts = Array.from({ length: 40 }, (_, index) => `fact finding number ${index}: yes or no`).join("\n");
    const files = withFile("cases/far.yaml", () =>
      [
        "schema: precept/case/1",
        "case: Far off",
        "dates: { request date: 2014-05-14, service date: 2014-05-14 }",
        "requests: [{ service: imaging, expect: { outcome: information needed, answers: { xyzzy: met }, source: none } }]",
      ].join("\n"),
    );
    const long = {
      path: "long.guideline",
      text: `guideline "Long"\n  source "Long", page 1\n\n${facts}\nfact far: yes or no\nservice longs\n  long item\n\nlongs if far\n`,
    };
    const found = readSet([...files, long]).diagnostics.find(({ code }) => code === "E0620");
    expect(found?.hint).toMatch(/^Write the name of a fact or a definition, such as `.+`; there are \d+ others\.$/u);
    expect(found?.hint?.split("`").length).toBe(17);
  });

  test("that gives a list where a fact is asked, or what is asked for in the wrong place, is told so", () => {
    const list = "facts:\n  anatomy is unclear: { complete: yes, entries: [{ side: left }] }\n";
    const files = withFile(
      "cases/list.yaml",
      () =>
        `schema: precept/case/1\ncase: A list\ndates: { request date: 2014-05-14, service date: 2014-05-14 }\n${list}requests: [{ service: imaging, asked for: { planned procedure: surgery } }]\n`,
    );
    expect(readSet(files).diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ["E0618", "Give it as a value, or as several statements."],
      ["E0617", "It is a fact of the record: it belongs under `facts`."],
    ]);
  });
});
