import { describe, expect, test } from "vitest";
import { open, schema, version } from "../../../engine/bundle/index.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { byTest, neckCase, necks } from "./necks.ts";

const manifest = { schema: "precept/release/2", set: "necks", version: "1.2.0" };

function reply(text: string) {
  return JSON.parse(text);
}

const determined = (caseText: unknown, options?: unknown) =>
  reply(open(necks(), manifest).determine(caseText, options));

test("names its interface, and its version is that of the program", () => {
  expect({ schema, version }).toEqual({ schema: "precept/engine/1", version: packageJson.version });
});

describe("a determination", () => {
  test("names the release, the case by its digest and the service date, and nobody", () => {
    expect(determined(neckCase(byTest))).toMatchObject({
      schema: "precept/determination/1",
      set: "necks",
      version: "1.2.0",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      caseDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      serviceDate: "2014-05-14",
      determinations: [{ service: "MRI of the neck", outcome: "criteria met" }],
    });
    expect(Object.keys(determined(neckCase(byTest)))).not.toContain("case");
  });

  test("is one text: the same for the same case, however its file is written", () => {
    const set = open(necks(), manifest);
    const written = neckCase(byTest);
    const otherwise = `# a remark\n${written.replace("{ kind: test result }", '\n      kind: "test result"')}`;
    expect(set.determine(otherwise)).toBe(set.determine(written));
    expect(set.determine(written)).toBe(open(necks(), manifest).determine(written));
  });

  test("another case has another digest, another release too", () => {
    const digests = [neckCase(byTest), neckCase(byTest, "2014-05-15")].map((text) => determined(text).caseDigest);
    expect(new Set(digests).size).toBe(2);
    const later = reply(open(necks(), { ...manifest, version: "1.2.1" }).determine(neckCase(byTest)));
    expect(later.digest).not.toBe(determined(neckCase(byTest)).digest);
  });

  test("of a day when the guideline was not in force: not addressed", () => {
    const late = neckCase(byTest, "2021-03-01");
    expect(determined(late).determinations).toMatchObject([{ outcome: "not addressed" }]);
    expect(determined(late, { asOf: "2014-01-01" })).toMatchObject({
      asOf: "2014-01-01",
      determinations: [{ outcome: "criteria met" }],
    });
  });

  test("cases of the set are left out, so what is wrong in them does not stand in the way", () => {
    const files = [...necks(), { path: "cases/broken.yaml", text: "{" }];
    expect(open(files, manifest).determine(neckCase(byTest))).toBe(open(necks(), manifest).determine(neckCase(byTest)));
  });

  test("of texts that are no release has no version", () => {
    expect(reply(open(necks(), null).determine(neckCase(byTest)))).toMatchObject({ set: "necks", version: null });
  });
});

describe("what cannot be answered is said, never thrown", () => {
  test.each([
    ["no text", 3, undefined],
    ["no YAML", "a: [", undefined],
    ["a fact nobody declares", neckCase(" yes").replace("numbness:", "dizziness:"), undefined],
    ["no day", neckCase(byTest), { asOf: "yesterday" }],
    ["no options", neckCase(byTest), "md"],
  ])("%s", (_, caseText, options) => {
    const { schema: said, problems } = determined(caseText, options);
    expect(said).toBe("precept/refusal/1");
    expect(problems[0].message).toMatch(/\.$/);
  });

  test.each([
    ["no files", null, null],
    ["no manifest", necks(), { name: "x" }],
    ["a guideline with an error", [...necks(), { path: "b.guideline", text: "bad\n" }], null],
  ])("%s", (_, files, given) => {
    const set = open(files, given);
    for (const text of [
      set.describe(),
      set.determine(neckCase(byTest)),
      set.letter(neckCase(byTest), { format: "md" }),
    ])
      expect(reply(text).schema).toBe("precept/refusal/1");
  });

  test("a letter of no known format", () => {
    expect(reply(open(necks(), manifest).letter(neckCase(byTest), { format: "docx" })).schema).toBe(
      "precept/refusal/1",
    );
  });
});

test("a letter, of the release", () => {
  const { schema: said, text } = reply(open(necks(), manifest).letter(neckCase(byTest), { format: "md" }));
  expect(said).toBe("precept/letter/1");
  expect(text).toContain("- Guideline set: necks 1.2.0");
});

test("a set says what can be asked of it and what it asks", () => {
  expect(reply(open(necks(), manifest).describe())).toMatchObject({
    schema: "precept/description/1",
    set: "necks",
    guidelines: [
      {
        services: [{ service: "MRI of the neck", codes: [{ system: "CPT", code: "72141" }] }],
        facts: [
          { fact: "numbness", values: ["yes", "no"], needs: ["objective evidence"], wording: "numbness of a hand" },
          { fact: "weight", type: "number", unit: "kg", values: null },
        ],
      },
    ],
  });
});
