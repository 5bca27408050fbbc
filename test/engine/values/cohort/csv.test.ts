import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Asking, type Cohort, columnsFor, informationAt } from "../../../../engine/values/cohort/index.ts";
import { decodeCase } from "../../../../engine/values/case/index.ts";
import { checkCase, declarationsOf, reduceCase } from "../../../../engine/values/reduce/index.ts";
import { shares } from "../../../support/index.ts";
import { askingFor, cohortOf, informationIn, read } from "./cohortText.ts";

/** Facts of every kind that a cell can state, each tested in the ways that read it differently. */
const everything = askingFor(`fact edema: yes or no
  needs objective evidence within 6 months before request date
fact swelling: yes or no, or none
fact procedure: one of none at all, injection, surgery, unknown
scale grade: I, II, III, IV
fact class: grade
fact hematocrit: number in %, to 0.1
fact onset: date
fact surgery: date, or none
fact age: age at service date
fact visits: whole number
fact diagnosis: ICD-10-CM code
fact exercise: treatment trial
fact weight: number in kg
fact height: number in m, to 0.01
fact planned site: body site in lumbar spine, knee
fact felt site: body site in lumbar spine, knee
define body mass index: number in kg/m2, to 0.1
  as weight divided by (height times height)
service imaging
  MRI    CPT 72141
imaging if any of
  - edema
  - swelling
  - procedure is surgery
  - class at least II
  - hematocrit above 55 %
  - onset within 6 months before request date
  - surgery within 40 days before service date
  - age at least 65 years
  - visits at least 3
  - diagnosis is M54.16
  - exercise lasted at least 6 weeks AND exercise failed
  - exercise lasted at least 6 weeks within 6 months before request date
  - body mass index at least 30 kg/m2
  - felt site is in the same region as planned site
  - service date is on or after 2014-01-01
  - edema is not documented
`);

const texts: Readonly<Record<string, readonly string[]>> = {
  edema: ["yes", "no", "", "unknown"],
  "edema: evidence": ["", "objective finding", "opinion"],
  "edema: evidence date": ["", "2014-01-15", "2014-01", "2010-01-01"],
  swelling: ["yes", "none", "", "not documented"],
  procedure: ["surgery", "unknown", "none at all", "", "not documented"],
  class: ["II", "from II to III", "IV", ""],
  hematocrit: ["57 %", "55.5 %", "at least 50 %", "from 50 to 60 %", ""],
  onset: ["2014-01-15", "2014-01", "2013", "", "before 2013-06-01"],
  surgery: ["none", "2014-03-01", "", "2014"],
  age: ["66 years", "born 1951-07-23", "born 1951-07", "62 to 70 years", ""],
  visits: ["3", "at least 2", ""],
  diagnosis: ["M54.16", ""],
  exercise: ["failed after 6 weeks", "failed from 2014-01-04 to 2014-02-15", "six weeks", "", "unknown", "none"],
  weight: ["95 kg", "90 kg", ""],
  height: ["1.75 m", ""],
  "planned site": ["left knee", "lumbar spine L5", ""],
  "felt site": ["right knee", "lumbar spine", ""],
};

/** What makes a row be rejected; rare, so that most rows are whole. */
const wrong: typeof texts = {
  edema: ["maybe"],
  "edema: evidence": ["hearsay"],
  "edema: evidence date": ["2014-02-30"],
  class: ["V"],
  hematocrit: ["57", "NaN %", "Infinity %"],
  onset: ["2014-13-01"],
  age: ["200 years", "born 2020-01-01"],
  visits: ["-1", "1e3"],
  diagnosis: ["XYZ"],
};
const columns = Object.keys(texts);
const dates = ["2014-04-01", "2014-05-14", "2016-02-29"];

function cell(column: string): fc.Arbitrary<string> {
  const right = fc.constantFrom(...(texts[column] ?? []));
  const others = wrong[column] ?? [];
  return others.length === 0
    ? right
    : fc.oneof({ arbitrary: right, weight: 30 }, { arbitrary: fc.constantFrom(...others), weight: 1 });
}

const rows = fc.array(
  fc.record({
    request: fc.constantFrom(...dates),
    service: fc.constantFrom(...dates),
    cells: fc.tuple(...columns.map(cell)),
  }),
  { minLength: 1, maxLength: 40, size: "max" },
);

type Row = typeof rows extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

/** The case file that says what a row says. */
function caseFile({ request, service, cells }: Row): string {
  const said = new Map(columns.map((column, at) => [column, cells[at] ?? ""]));
  const facts = columns
    .filter((column) => !column.includes(":") && said.get(column) !== "")
    .map((column) => {
      const value = said.get(column) ?? "";
      const text = value === "unknown" && column !== "procedure" ? "not documented" : value;
      const kind = said.get(`${column}: evidence`) ?? "";
      const date = said.get(`${column}: evidence date`) ?? "";
      if (text === "not documented" || (kind === "" && date === "")) return [column, text];
      return [column, { value: text, evidence: { ...(kind ? { kind } : {}), ...(date ? { date } : {}) } }];
    });
  return JSON.stringify({
    schema: "precept/case/1",
    case: "row",
    dates: { "request date": request, "service date": service },
    facts: Object.fromEntries(facts),
    requests: [{ service: "imaging" }],
  });
}

/** What the one reading of a case makes of it; `null` where it is refused. */
function byItself({ guideline, program }: Asking, row: Row): ReadonlyMap<string, unknown> | null {
  const { value: of } = decodeCase({ name: "row.json", text: caseFile(row) });
  const [request] = of?.requests ?? [];
  if (of === null || request === undefined) return null;
  if (checkCase(of, declarationsOf([guideline])).some(({ severity }) => severity === "error")) return null;
  const { value } = reduceCase(guideline, program, of, request);
  return new Map(program.quantities.map(({ id }) => [id, value.quantities.get(id)]));
}

function byColumns(cohort: Cohort, asking: Asking, row: number): ReadonlyMap<string, unknown> {
  const found = columnsFor(cohort, asking);
  return new Map(asking.program.quantities.map(({ id }) => [id, informationAt(found.column(id), row)]));
}

/** Evidence without a value is a mistake of tables that a case file cannot make. */
const isWhole = ({ cells }: Row): boolean => {
  const at = (column: string) => cells[columns.indexOf(column)] ?? "";
  return at("edema") !== "" || (at("edema: evidence") === "" && at("edema: evidence date") === "");
};

test.each(shares(4))("a row says what the case file of the same texts says: %s", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const whole = all.filter(isWhole);
      const lines = whole.map(({ request, service, cells }, at) => [`c${at}`, request, service, ...cells].join(","));
      const text = [["case", "request date", "service date", ...columns].join(","), ...lines].join("\n");
      const cohort = cohortOf(await read(text, everything));
      const expected = whole.flatMap((row, at) => {
        const information = byItself(everything, row);
        return information === null ? [] : [{ line: at + 2, information }];
      });
      expect([...cohort.lines]).toEqual(expected.map(({ line }) => line));
      expect(cohort.rejected.count).toBe(whole.length - expected.length);
      expect(expected.map((_, row) => byColumns(cohort, everything, row))).toEqual(
        expected.map(({ information }) => information),
      );
    }),
    { numRuns: 12 },
  );
});

describe("a fact in several columns", () => {
  const asking = askingFor(`fact exercise: treatment trial
fact pressure: number in mmHg
define tried
  as exercise lasted at least 6 weeks AND exercise failed
define high
  as pressure at least 56 mmHg
`);
  const head = "case,request date,service date";

  test("a treatment trial in its parts, a number between two columns", async () => {
    const cohort = cohortOf(
      await read(
        `${head},exercise: response,exercise: lasted,pressure: from,pressure: to\n1,2014-05-14,2014-05-14,failed,6 weeks,55 mmHg,58 mmHg\n`,
        asking,
      ),
    );
    expect(informationIn(cohort, asking, "exercise · response", 0)).toEqual({
      values: [{ low: 0, high: 0 }],
      reason: null,
    });
    expect(informationIn(cohort, asking, "exercise · duration in days", 0).values).toEqual([{ low: 42, high: 42 }]);
    expect(informationIn(cohort, asking, "pressure", 0)).toEqual({
      values: [{ low: 55, high: 58 }],
      reason: "imprecise",
    });
  });

  test("a value and its parts at once are refused", async () => {
    const cohort = cohortOf(
      await read(`${head},exercise,exercise: response\n1,2014-05-14,2014-05-14,6 weeks,failed\n`, asking),
    );
    expect(cohort.rejected.kept).toMatchObject([{ line: 2, case: "1", kind: "wrong value" }]);
  });
});

test("what a service is asked for with is a column like any other", async () => {
  const asking = askingFor(`service oxygen
  oxygen at home    HCPCS E1390
  asked for
    use: one of sleep, exercise
fact pain: yes or no
oxygen if use is exercise AND pain
`);
  const text =
    "case,request date,service date,use,pain\n1,2014-05-14,2014-05-14,exercise,yes\n2,2014-05-14,2014-05-14,,\n";
  const cohort = cohortOf(await read(text, asking));
  expect(cohort.rejected.kept).toEqual([]);
  expect([0, 1].map((row) => informationIn(cohort, asking, "use", row))).toEqual([
    { values: [{ low: 1, high: 1 }], reason: null },
    { values: [{ low: 0, high: 1 }], reason: "never asked" },
  ]);
});
