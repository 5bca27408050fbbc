import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, kneesWith, lockedKnee } from "./knees.ts";
import { preceptIn, type Workplace, workplace } from "./precept.ts";

let place: Workplace | null = null;
afterEach(async () => {
  await place?.leave();
  place = null;
});

async function determine(files: Files, line: string, input?: string) {
  place = await workplace(files);
  return place.precept(`determine ${line}`, input);
}

const repository = fileURLToPath(new URL("../..", import.meta.url));
const shipped = "guidelines/california-mtus/cases";

describe("the real case", () => {
  test("as decided: both services upheld, the criterion that nobody addressed plainly visible", async () => {
    const { code, out } = await preceptIn(repository, `determine ${shipped}/cervical-imaging-as-decided.yaml`);
    expect(code).toBe(0);
    expect(out.match(/\? information needed {3}review: upheld/g)).toHaveLength(2);
    expect(out).toMatch(/\? not documented {2}tissue insult or neurovascular dysfunction\n.*\n +Never addressed/);
    expect(out).toMatch(/pages 177-179/);
    expect(out).not.toMatch(/✗ not met/);
  });

  test("as documented: criteria met, overturned", async () => {
    const { out } = await preceptIn(repository, `determine ${shipped}/cervical-imaging-as-documented.yaml`);
    expect(out.match(/✓ criteria met {3}review: overturned/g)).toHaveLength(2);
    expect(out).toMatch(/Decided by\n +- requested body region: cervical spine\n +- tissue insult or .*: yes\n/);
    expect(out).toMatch(/Findings and what decided it: as for MRI of the cervical spine without contrast, above\./);
  });

  test("--json has the fields of the command line's description", async () => {
    const { out } = await preceptIn(repository, `determine ${shipped}/cervical-imaging-as-decided.yaml --json`);
    const text = expect.any(String);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      case: "Cervical MRI and CT, 62-year-old, as decided",
      set: "california-mtus",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      determinations: [
        {
          service: "MRI of the cervical spine without contrast",
          outcome: "information needed",
          review: "upheld",
          findings: expect.arrayContaining([
            expect.objectContaining({
              criterion: "significant symptom change",
              answer: "not documented",
              reason: "weaker evidence",
              evidence: [],
            }),
            expect.objectContaining({
              answer: "met",
              evidence: [expect.objectContaining({ quote: text, document: text })],
            }),
          ]),
          stillMatters: expect.arrayContaining(["tissue insult or neurovascular dysfunction"]),
          ways: expect.arrayContaining([[{ fact: text, needed: text, text, towards: "criteria met" }]]),
          rationale: expect.stringMatching(/not documented/),
        },
        { service: "CT of the cervical spine without contrast", outcome: "information needed", review: "upheld" },
      ],
    });
  });
});

test("--json of a decided outcome names the facts that decided it, with their evidence", async () => {
  const { out } = await preceptIn(repository, `determine ${shipped}/cervical-imaging-as-documented.yaml --json`);
  expect(JSON.parse(out)).toMatchObject({
    determinations: [
      {
        outcome: "criteria met",
        decidedBy: [
          { fact: "requested body region", text: "cervical spine", evidence: [{ value: "cervical spine" }] },
          {
            fact: "tissue insult or neurovascular dysfunction",
            text: "yes",
            evidence: expect.arrayContaining([expect.objectContaining({ value: "yes", kind: "objective finding" })]),
          },
        ],
        stillMatters: [],
        ways: [],
      },
      {},
    ],
  });
});

describe("the set", () => {
  test("is the nearest above the case", async () => {
    const { code, out } = await determine(knees, "knees/cases/locked.yaml");
    expect(code).toBe(0);
    expect(out).toMatch(
      /^A locked knee\nknees as it stands, not released \(sha256:[0-9a-f]{12}\)\n\nMRI of the knee\n {2}✓ criteria met/,
    );
  });

  test("may be named, for a case from anywhere and from standard input", async () => {
    const elsewhere = await determine({ ...knees, "a.yaml": lockedKnee }, "a.yaml --set knees");
    expect([elsewhere.code, elsewhere.out]).toEqual([0, expect.stringContaining("✓ criteria met")]);
    const piped = await place?.precept("determine - --set knees", lockedKnee);
    expect(piped?.out).toBe(elsewhere.out);
  });

  test("of a release is named with its version", async () => {
    place = await workplace(knees);
    await place.precept("publish knees --acknowledge --waive adequacy --because few");
    const { out } = await place.precept("determine knees/cases/locked.yaml --json");
    const verified = await place.precept("verify knees/releases/knees-1.0.0.tgz --json");
    const { digest } = JSON.parse(verified.out) as { digest: string }; // as: this command's own answer
    expect(JSON.parse(out)).toMatchObject({ set: "knees", version: "1.0.0", digest });
  });

  test.each([
    ["a.yaml", /`a\.yaml` stands in no guideline set\. Name one with `--set FOLDER`/],
    ["a.yaml --set kness", /Did you mean `knees`/],
    ["a.yaml --set a.yaml", /stands in no guideline set/],
    ["-", /`-` stands in no guideline set/],
    ["knees", /`knees` is a folder\. Name one case file/],
    ["b.yaml", /Did you mean `a\.yaml`/],
    ["a.yaml --set knees --as-of 2014-02-30", /A date is written YYYY-MM-DD/],
    ["a.yaml --set knees --letter doc", /Allowed choices are md, html, docx, pdf/],
  ])("given as `%s` exits with 2", async (line, message) => {
    const { code, out, err } = await determine({ ...knees, "a.yaml": lockedKnee }, line, lockedKnee);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});

describe("--as-of", () => {
  test.each([
    ["2014-05-14", "criteria met"],
    ["2010-01-01", "criteria met"],
    ["2020-12-31", "criteria met"],
    ["2009-12-31", "not addressed"],
    ["2021-01-01", "not addressed"],
  ])("%s uses the guidelines in force that day: %s", async (date, outcome) => {
    const { out } = await determine(knees, `knees/cases/locked.yaml --as-of ${date} --json`);
    expect(JSON.parse(out)).toMatchObject({ determinations: [{ outcome }] });
  });
});

describe("an error stops it, with nothing determined", () => {
  test.each([
    ["in a guideline", "knee.guideline", guideline.replace("if locked knee", "if lokced knee"), "E0201"],
    ["in the case", "cases/locked.yaml", lockedKnee.replace("facts:", "fcats:"), "E06"],
    ["in a fact's name", "cases/locked.yaml", lockedKnee.replace("locked knee: {", "lokced knee: {"), "E0617"],
    ["in a guideline that is no text", "binary.guideline", "\0", "E0001"],
    ["in the manifest", "set.yaml", "schema: precept/set/1\n", "E0"],
  ])("%s", async (_, path, text, expected) => {
    const { code, out, err } = await determine(kneesWith(path, text), "knees/cases/locked.yaml");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(expected);
    expect(err).toMatch(/Nothing is determined while there is an error\.\n$/);
  });

  test("a name is found with or without spaces beside its signs", async () => {
    const named = (text: string) => text.replaceAll("locked knee", "knee locked <14 days");
    const files = { ...knees, "knees/knee.guideline": named(guideline), "knees/cases/locked.yaml": named(lockedKnee) };
    expect(await determine(files, "knees/cases/locked.yaml")).toMatchObject({
      code: 0,
      out: expect.stringContaining("✓ criteria met"),
    });
  });

  test("a service that no guideline addresses is told with the name it may have meant", async () => {
    const misspelt = kneesWith("cases/locked.yaml", lockedKnee.replace("MRI of the knee", "MRI of the kne"));
    const { code, out, err } = await determine(misspelt, "knees/cases/locked.yaml");
    expect([code, out]).toEqual([0, expect.stringContaining("not addressed")]);
    expect(err).toContain("Did you mean `MRI of the knee`?");
  });

  test("in another case does not", async () => {
    const { code } = await determine({ ...knees, "knees/cases/b.yaml": "x" }, "knees/cases/locked.yaml");
    expect(code).toBe(0);
  });
});

test("a case that contradicts the guideline is refused where it says so", async () => {
  const assuming = guideline.replace("example ", "never locked knee\n\nexample ");
  const { code, out } = await determine(kneesWith("knee.guideline", assuming), "knees/cases/locked.yaml --json");
  expect(code).toBe(1);
  const line = lockedKnee.split("\n").findIndex((each) => each.includes("locked knee:")) + 1;
  expect(JSON.parse(out)).toMatchObject({
    diagnostics: [{ code: "E0640", file: "knees/cases/locked.yaml", line, column: 3 }],
  });
});

describe("--letter", () => {
  test("md says what the wording of the guideline says, and changes with it", async () => {
    const { out } = await determine(knees, "knees/cases/locked.yaml --letter md");
    expect(out).toContain("a knee that is locked");
    await place?.leave();
    const reworded = kneesWith("knee.guideline", guideline.replace("a knee that is locked", "a joint stuck fast"));
    const changed = await determine(reworded, "knees/cases/locked.yaml --letter md");
    expect(changed.out).toContain("a joint stuck fast");
    expect(changed.out).not.toContain("a knee that is locked");
  });

  test("html is a page", async () => {
    expect((await determine(knees, "knees/cases/locked.yaml --letter html")).out).toMatch(/^<!doctype html>/);
  });

  test.each([
    ["docx", "PK\u{3}\u{4}"],
    ["pdf", "%PDF-1.7"],
  ])("%s is written to --out", async (format, magic) => {
    const { code, out } = await determine(knees, `knees/cases/locked.yaml --letter ${format} --out letter.${format}`);
    expect([code, out]).toEqual([0, ""]);
    const bytes = await readFile(join(place?.folder ?? "", `letter.${format}`));
    expect(bytes.subarray(0, magic.length).toString("latin1")).toBe(magic);
  });
});
