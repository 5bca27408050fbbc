import { describe, expect, it } from "vitest";
import { judge } from "../../../../engine/determine/index.ts";
import {
  askedRows,
  judgeCohort,
  outcomeCounts,
  type ServiceJudged,
  servicesOf,
  transitionsBetween,
} from "../../../../engine/determine/cohort/index.ts";
import { hasRow } from "../../../../engine/evaluate/columns/index.ts";
import { type GuidelineSet, readSet } from "../../../../engine/set/index.ts";
import { casesBehind, readCohort, readingFor } from "../../../../engine/values/cohort/index.ts";
import { readYaml } from "../../../../engine/values/yaml/index.ts";
import { plain } from "../../../../engine/values/yaml/tree.ts";
import { filesOf, shippedSets } from "../../../guidelines/shippedSet.ts";
import { cohortOf, fileOf } from "../../values/cohort/cohortText.ts";

const askingOf = (set: GuidelineSet) =>
  set.guidelines.map(({ guideline, compiled }) => ({ guideline, program: compiled.program }));

/** The cases of a shipped set, a line each. */
function asNdjson(name: string): string {
  const cases = filesOf(name).filter(({ path }) => path.startsWith("cases/"));
  const lines = cases.map(({ path, text }) => {
    const { value } = readYaml({ name: path, text });
    return value === null ? "" : JSON.stringify(plain(value.tree));
  });
  return lines.join("\n");
}

/** The outcome of a row, wherever it is counted. */
function outcomesOfRow(services: readonly ServiceJudged[], row: number): readonly string[] {
  return services.flatMap(({ outcomes, contradictory }) => [
    ...[...outcomes].flatMap(([outcome, rows]) => (hasRow(rows, row) ? [outcome] : [])),
    ...[...contradictory].flatMap(([, rows]) => (hasRow(rows, row) ? ["contradictory"] : [])),
  ]);
}

const withCases = shippedSets.filter((name) => filesOf(name).some(({ path }) => path.startsWith("cases/")));

describe("every case of the shipped sets comes out in a cohort as by itself", () => {
  it.each(withCases)("%s", async (name) => {
    const { value: set } = readSet(filesOf(name));
    const reading = readingFor(askingOf(set));
    const cohort = cohortOf(await readCohort(fileOf(asNdjson(name), "ndjson"), reading));
    expect(cohort.rejected.kept).toEqual([]);
    const { services, judgedByThemselves } = await judgeCohort(set, cohort, reading, askedRows(cohort, [], null));
    let rows = 0;
    for await (const { row, case: of, request } of casesBehind(cohort, reading, () => true)) {
      const { outcome, contradicts } = judge(set, of, request);
      expect(outcomesOfRow(services, row)).toEqual([contradicts.length > 0 ? "contradictory" : outcome]);
      rows += 1;
    }
    expect(rows).toBe(cohort.rows);
    const isRanked = set.guidelines.some(({ guideline }) => guideline.authority !== null);
    expect(judgedByThemselves > 0).toBe(isRanked);
  });
});

const guideline = (more: string) => `guideline "Knees"
  source "S", page 1
  effective from 2010-01-01 to 2014-12-31
  applies when joint is knee

fact joint: one of knee, hip
fact locked: yes or no
fact swollen: yes or no
fact weeks of pain: whole number

service imaging
  MRI of the knee    CPT 73721
service surgery
  arthroscopy    CPT 29881

${more}
`;

const later = guideline("imaging if locked AND swollen\nsurgery if locked")
  .replace('"Knees"', '"Knees, since 2015"')
  .replace("2010-01-01 to 2014-12-31", "2015-01-01");

function setOf(...texts: readonly string[]): GuidelineSet {
  const manifest = "schema: precept/set/1\nname: knees\ntitle: Knees\ndescription: Knees.\n";
  const files = texts.map((text, at) => ({ path: `${at}.guideline`, text }));
  const { value, diagnostics } = readSet([{ path: "set.yaml", text: manifest }, ...files]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value;
}

async function judged(set: GuidelineSet, csv: string, only: string | null = null) {
  const reading = readingFor(askingOf(set));
  const cohort = cohortOf(await readCohort(fileOf(csv), reading));
  const every = servicesOf(
    set.guidelines.map((one) => one.guideline),
    only,
  );
  return (await judgeCohort(set, cohort, reading, askedRows(cohort, every, only))).services;
}

const counts = (services: readonly ServiceJudged[]) =>
  Object.fromEntries(
    services.map((each) => [
      each.asked.service,
      Object.fromEntries([...outcomeCounts(each)].filter(([, count]) => count > 0)),
    ]),
  );

const before2015 = guideline(
  "imaging if locked OR weeks of pain at least 6\nsurgery excluded if swollen\nsurgery if locked",
);

const csv = `case,request date,service date,joint,locked,swollen,weeks of pain
1,2014-05-14,2014-05-14,knee,yes,yes,1
2,2014-05-14,2014-05-14,knee,no,,
3,2014-05-14,2014-05-14,hip,yes,yes,9
4,2014-05-14,2015-05-14,knee,yes,no,9
5,2009-05-14,2009-05-14,knee,yes,yes,9
`;

describe("a cohort", () => {
  it("is asked about every service, by the guideline in force on each row's own service date", async () => {
    expect(counts(await judged(setOf(before2015, later), csv))).toEqual({
      imaging: { "criteria met": 1, "information needed": 1, "not addressed": 2, "criteria not met": 1 },
      surgery: { excluded: 1, "information needed": 1, "not addressed": 2, "criteria met": 1 },
    });
  });

  it("asks of a row what the row asks for", async () => {
    const asking = csv
      .split("\n")
      .map((line, at) =>
        line === "" ? line : `${line},${at === 0 ? "service" : at % 2 ? "MRI of the knee" : "surgery"}`,
      )
      .join("\n");
    expect(counts(await judged(setOf(before2015, later), asking))).toEqual({
      "MRI of the knee": { "criteria met": 1, "not addressed": 2 },
      surgery: { "information needed": 1, "criteria met": 1 },
    });
    expect(Object.keys(counts(await judged(setOf(before2015, later), asking, "surgery")))).toEqual(["surgery"]);
  });

  it("counts cases that contradict what their guideline assumes apart, under its title", async () => {
    const assuming = guideline("imaging if locked\nnever locked AND swollen");
    const [imaging] = await judged(setOf(assuming), csv);
    expect(
      [...(imaging?.contradictory ?? [])].map(([title, rows]) => [title, hasRow(rows, 0), hasRow(rows, 1)]),
    ).toEqual([["Knees", true, false]]);
  });

  it("has criteria counted over the rows that their guideline governs", async () => {
    const defining = guideline("define painful\n  as weeks of pain at least 6\nimaging if painful OR locked");
    const [imaging] = await judged(setOf(defining), csv);
    expect(imaging?.criteria).toEqual([
      {
        guideline: "Knees",
        file: "0.guideline",
        criterion: "painful",
        counts: { met: 0, "not met": 1, "not documented": 1 },
      },
    ]);
  });

  it("shows what changes between two sets", async () => {
    const old = await judged(setOf(before2015), csv);
    const now = await judged(setOf(guideline("imaging if locked\nsurgery if locked")), csv);
    const [first, second] = [old[0], now[0]];
    if (first === undefined || second === undefined) throw new Error("Both have imaging");
    expect(transitionsBetween(first, second)).toEqual(
      expect.arrayContaining([
        { from: "criteria met", to: "criteria met", count: 1 },
        { from: "information needed", to: "criteria not met", count: 1 },
        { from: "not addressed", to: "not addressed", count: 3 },
      ]),
    );
  });
});
