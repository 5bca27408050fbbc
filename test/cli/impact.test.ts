import { readFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { Files } from "../server/served.ts";
import { guideline, knees, kneesWith, manifest } from "./knees.ts";
import { preceptIn, type Workplace, workplace } from "./precept.ts";

let place: Workplace | null = null;
afterEach(async () => {
  await place?.leave();
  place = null;
});

async function impact(files: Files, line: string) {
  place = await workplace(files);
  return place.precept(`impact ${line}`);
}

const repository = fileURLToPath(new URL("../..", import.meta.url));
const neck = "test/cli/cohorts/neck.csv";

const head = "case,request date,service date,locked knee,exercises\n";
const cohort = `${head}1,2014-05-14,2014-05-14,yes,
2,2014-05-14,2014-05-14,no,failed after 6 weeks
3,2014-05-14,2014-05-14,no,failed after 5 weeks
4,2014-05-14,2014-05-14,no,unknown
5,2021-05-14,2021-05-14,yes,
`;

describe("the shipped guideline of the neck over a few rows of the real case", () => {
  test("each row comes out as its case does, the wrong one with its line", async () => {
    const { code, out } = await preceptIn(repository, `impact guidelines/california-mtus --cohort ${neck}`);
    expect(code).toBe(1);
    expect(out).toMatch(/5 cases: 4 answered, 1 rejected/);
    expect(out).toMatch(/^imaging {2}4$/m);
    expect(out).toMatch(/✓ criteria met +2 +50\.0 %/);
    expect(out).toMatch(/\? information needed +1 +25\.0 %/);
    expect(out).toMatch(/– not addressed +1 +25\.0 %/);
    expect(out).toMatch(/Criteria of `Neck and Upper Back Complaints`, in the 3 it speaks of$/m);
    expect(out).toMatch(/failed strengthening +met +33\.3 % +not met +0\.0 % +not documented +66\.7 %/);
    expect(out).toMatch(/line 6 \(no such day\): `2014-02-30` is not on the calendar/);
  });

  test("the README of the guidelines shows just these rows", () => {
    const readme = readFileSync(`${repository}/guidelines/README.md`, "utf8");
    expect(readme).toContain(readFileSync(`${repository}/${neck}`, "utf8"));
  });
});

describe("--json", () => {
  test("has the fields of the command line's description, and its totals add up", async () => {
    const { code, out } = await impact(
      { ...knees, "c.csv": `${cohort}6,2014-05-14,2014-05-14,perhaps,\n` },
      "knees --cohort c.csv --json",
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      set: "knees",
      cases: 6,
      answered: 5,
      rejected: 1,
      rejectedBy: { "wrong value": 1 },
      rejections: [{ line: 7, case: "6", kind: "wrong value", reason: expect.stringMatching(/`perhaps` is neither/) }],
      services: [
        {
          service: "imaging",
          code: null,
          asked: 5,
          counts: {
            "criteria met": 2,
            "criteria not met": 1,
            "information needed": 1,
            "not addressed": 1,
            excluded: 0,
            modified: 0,
          },
          contradictory: [],
          criteria: [
            {
              guideline: "Knees",
              file: "knee.guideline",
              criterion: "failed exercises",
              counts: { met: 1, "not met": 1, "not documented": 2 },
            },
          ],
        },
      ],
      judgedOneByOne: 0,
      seconds: expect.any(Number),
    });
  });

  test("versions of one guideline are told apart by their files", async () => {
    const files = {
      ...kneesWith("knee.guideline", guideline.replace("to 2020-12-31", "to 2014-12-31")),
      "knees/later.guideline": guideline.replace("from 2010-01-01 to 2020-12-31", "from 2015-01-01"),
      "c.csv": cohort,
    };
    const { out } = await impact(files, "knees --cohort c.csv");
    expect(out).toMatch(/Criteria of `Knees` \(knee\.guideline\), in the 4 it speaks of/);
    expect(out).toMatch(/Criteria of `Knees` \(later\.guideline\), in the 1 it speaks of/);
    const { services } = JSON.parse((await place?.precept("impact knees --cohort c.csv --json"))?.out ?? "");
    expect(services[0].criteria).toMatchObject([
      { file: "knee.guideline", counts: { met: 1, "not met": 1, "not documented": 2 } },
      { file: "later.guideline", counts: { met: 0, "not met": 0, "not documented": 1 } },
    ]);
  });

  test("with --against it counts every transition", async () => {
    const old = Object.fromEntries(
      Object.entries(kneesWith("knee.guideline", guideline.replace("6 weeks", "5 weeks"))).map(([path, text]) => [
        path.replace("knees/", "old/"),
        text,
      ]),
    );
    const { code, out } = await impact(
      { ...knees, ...old, "c.csv": cohort },
      "knees --against old --cohort c.csv --json",
    );
    expect(code).toBe(0);
    const { services, against } = JSON.parse(out);
    expect(against).toBe("old");
    expect(services[0].transitions).toHaveLength(4);
    expect(services[0].transitions).toEqual(
      expect.arrayContaining([
        { from: "criteria met", to: "criteria met", count: 2 },
        { from: "criteria met", to: "criteria not met", count: 1 },
        { from: "information needed", to: "information needed", count: 1 },
        { from: "not addressed", to: "not addressed", count: 1 },
      ]),
    );
  });
});

describe("what is asked", () => {
  test("--as-of takes the guidelines in force on one day for all rows", async () => {
    const { out } = await impact({ ...knees, "c.csv": cohort }, "knees --cohort c.csv --as-of 2014-01-01 --json");
    expect(JSON.parse(out).services[0].counts).toMatchObject({ "criteria met": 3, "not addressed": 0 });
  });

  test("one guideline by itself, in a set or without one", async () => {
    const files = { ...knees, "alone/knee.guideline": guideline, "c.csv": cohort };
    for (const path of ["knees/knee.guideline", "alone/knee.guideline"]) {
      const { code, out } = await impact(files, `${path} --cohort c.csv --json`);
      expect(code).toBe(0);
      expect(JSON.parse(out).services[0].counts).toMatchObject({ "criteria met": 2 });
    }
  });

  test("--service names a service, or what can be asked for under it", async () => {
    for (const name of ["imaging", "MRI-of-the-knee"]) {
      const files = {
        ...kneesWith("knee.guideline", guideline.replace("MRI of the knee", "MRI-of-the-knee")),
        "c.csv": cohort,
      };
      const { code, out } = await impact(files, `knees --cohort c.csv --service ${name} --json`);
      expect([code, JSON.parse(out).services]).toEqual([0, [expect.objectContaining({ service: name, asked: 5 })]]);
    }
  });

  test("a service that no row asks for is called wrong, with the name that was meant", async () => {
    const { code, err } = await impact({ ...knees, "c.csv": cohort }, "knees --cohort c.csv --service imagin");
    expect([code, err]).toEqual([2, expect.stringMatching(/asks for `imagin`. Did you mean `imaging`\?/)]);
  });

  test("a service of rows that no guideline knows is counted, and told", async () => {
    const asking = cohort
      .replace("exercises\n", "exercises,service\n")
      .replaceAll(/(yes,|weeks|unknown)$/gm, "$1,imagin");
    const { code, out, err } = await impact({ ...knees, "c.csv": asking }, "knees --cohort c.csv");
    expect([code, out]).toEqual([0, expect.stringMatching(/imagin {2}5\n {2}– not addressed +5 +100\.0 %/)]);
    expect(err).toMatch(/recommends anything of `imagin`, which is asked for. Did you mean `imaging`\?/);
  });

  test("cases of NDJSON are those of case files", async () => {
    const line = JSON.stringify({
      schema: "precept/case/1",
      case: "a",
      dates: { "request date": "2014-05-14", "service date": "2014-05-14" },
      facts: { "locked knee": "yes" },
      requests: [{ service: "MRI of the knee", code: "CPT 73721" }],
    });
    const { code, out } = await impact({ ...knees, "c.ndjson": `${line}\n` }, "knees --cohort c.ndjson");
    expect(code).toBe(0);
    expect(out).toMatch(/MRI of the knee {2}CPT 73721 {2}1\n {2}✓ criteria met +1 +100\.0 %/);
  });

  test("rows that contradict what a guideline assumes are told apart, with their lines", async () => {
    const assuming = `${guideline}\nnever locked knee AND failed exercises\n`;
    const files = {
      ...kneesWith("knee.guideline", assuming),
      "c.csv": `${head}1,2014-05-14,2014-05-14,yes,failed after 6 weeks\n`,
    };
    const { code, out } = await impact(files, "knees --cohort c.csv");
    expect([code, out]).toEqual([1, expect.stringMatching(/contradict what `Knees` assumes: 1, rejected \(line 2\)/)]);
    expect(out).not.toContain("Criteria of");
  });

  test("such a case counts as rejected, once, whatever else it asks for, so that the totals add up", async () => {
    const walking = `\nservice cane\n  a cane    HCPCS E0100\n\ncane if locked knee\n`;
    const files = {
      ...kneesWith("knee.guideline", `${guideline}${walking}\nnever locked knee AND failed exercises\n`),
      "c.csv": `${head}1,2014-05-14,2014-05-14,yes,failed after 6 weeks
2,2014-05-14,2014-05-14,perhaps,
3,2014-05-14,2014-05-14,yes,failed after 5 weeks
4,2014-05-14,2014-05-14,yes,failed after 7 weeks
`,
    };
    const { code, out } = await impact(files, "knees --cohort c.csv --json");
    expect(code).toBe(1);
    const reason = expect.stringMatching(/^For imaging it contradicts what `Knees` assumes.*For cane it contradicts/);
    expect(JSON.parse(out)).toMatchObject({
      cases: 4,
      answered: 1,
      rejected: 3,
      rejectedBy: { "wrong value": 1, "against an assumption": 2 },
      rejections: [
        { line: 2, kind: "against an assumption", reason },
        { line: 3, kind: "wrong value" },
        { line: 5, kind: "against an assumption", reason },
      ],
    });
  });

  test("rows under an order of authority are judged one by one, and that is said", async () => {
    const { code, out } = await preceptIn(
      repository,
      "impact guidelines/mtus-search-sequence --cohort test/cli/cohorts/searched.ndjson",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/1 rows? (?:was|were) judged one by one, for the set has an order of authority/);
  });
});

describe("what cannot be meant", () => {
  test.each([
    [
      "a misspelt column",
      head.replace("locked knee", "loked knee"),
      1,
      /`loked knee` that a column is named after. Did you mean `locked knee`\?/,
    ],
    ["an empty file", "", 1, /c\.csv: The file is empty/],
    ["a picture", "\u0089PNG\r\n\u001a\n\0\0", 1, /No row of it was read/],
  ])("%s", async (_, text, code, message) => {
    expect(await impact({ ...knees, "c.csv": text }, "knees --cohort c.csv")).toMatchObject({
      code,
      out: "",
      err: expect.stringMatching(message),
    });
    const { out } = await impact({ ...knees, "c.csv": text }, "knees --cohort c.csv --json");
    expect(JSON.parse(out)).toMatchObject({ refused: [{ message: expect.any(String), hint: expect.any(String) }] });
  });

  test.each([
    ["no cohort", "knees", 2, /--cohort/],
    ["no such file", "knees --cohort d.csv", 2, /no file or folder `d\.csv`. Did you mean `c\.csv`\?/],
    ["a folder", "knees --cohort knees", 2, /`knees` is a folder/],
    ["another kind of file", "knees --cohort knees/set.yaml", 2, /no cohort file by its name/],
    ["no such set", "nees --cohort c.csv", 2, /`nees`/],
    ["a folder of several sets", ". --cohort c.csv", 2, /holds several guideline sets/],
    ["no such day", "knees --cohort c.csv --as-of 2014-02-30", 2, /YYYY-MM-DD/],
  ])("%s", async (_, line, code, message) => {
    const files = { ...knees, "others/set.yaml": manifest, "c.csv": cohort };
    expect(await impact(files, line)).toMatchObject({ code, out: "", err: expect.stringMatching(message) });
  });

  // The memory of a process is a file of which no byte can be read from its beginning, by whatever account.
  test.runIf(process.platform === "linux")("a file that cannot be read", async () => {
    place = await workplace(knees);
    await symlink("/proc/self/mem", join(place.folder, "c.csv"));
    expect(await place.precept("impact knees --cohort c.csv")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/`c\.csv` cannot be read/),
    });
  });

  test("nothing is counted while a guideline has an error", async () => {
    const files = {
      ...kneesWith("knee.guideline", guideline.replace("locked knee OR", "loked knee OR")),
      "c.csv": cohort,
    };
    const { code, err } = await impact(files, "knees --cohort c.csv");
    expect([code, err]).toEqual([1, expect.stringMatching(/Nothing is counted while a guideline has an error/)]);
  });
});
