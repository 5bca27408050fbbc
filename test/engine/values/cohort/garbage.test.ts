import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCohort, readingFor } from "../../../../engine/values/cohort/index.ts";
import { askingFor, cohortOf, fileOf, informationIn, read } from "./cohortText.ts";

const asking = askingFor(`fact pain: yes or no
fact saturation: number in %
fact test: list, each with
  value: number in %
define low
  as saturation at or below 88 %
service oxygen
  oxygen at home    HCPCS E1390
oxygen if pain OR low OR at least 1 test where its value is below 80 %
`);

const head = "case,request date,service date,pain,saturation";
const days = "2014-05-14,2014-05-14";
const good = `a,${days},yes,90 %`;

/** What is said of rows below the header, by line. */
async function rejected(...lines: readonly string[]) {
  const cohort = cohortOf(await read([head, ...lines].join("\n"), asking));
  expect(cohort.cases).toBe(lines.filter((line) => line.trim() !== "").length);
  expect(cohort.rows + cohort.rejected.count).toBe(cohort.cases);
  expect([...cohort.rejected.byKind.values()].reduce((sum, count) => sum + count, 0)).toBe(cohort.rejected.count);
  return cohort.rejected.kept.map(({ line, case: of, kind }) => ({ line, case: of, kind }));
}

describe("rows that are rejected, each with its line", () => {
  test.each([
    ["a wrong type", `b,${days},perhaps,90 %`, "b", "wrong value"],
    ["no unit", `b,${days},yes,90`, "b", "wrong value"],
    ["NaN", `b,${days},yes,NaN %`, "b", "wrong value"],
    ["Infinity", `b,${days},yes,Infinity %`, "b", "wrong value"],
    ["out of range", `b,${days},yes,1e400 %`, "b", "wrong value"],
    ["a day that is not on the calendar", "b,2014-02-30,2014-05-14,yes,90 %", "b", "wrong date"],
    ["a month where a day is needed", "b,2014-05-14,2014-05,yes,90 %", "b", "wrong date"],
    ["no date", "b,2014-05-14,,yes,90 %", "b", "wrong date"],
    ["no id", `,${days},yes,90 %`, null, "no case id"],
    ["the id of another row", good, "a", "case id given twice"],
    ["too few cells", "b,2014-05-14", null, "wrong number of cells"],
    ["too many cells", `${good},more`, null, "wrong number of cells"],
    ["a cell of a million characters", `b,${days},yes,${"9".repeat(999_000)}`, null, "too long"],
    ["a line of 10 million characters", `b,${days},yes,${"9".repeat(10_000_000)}`, null, "too long"],
    ["a quote that is not closed", `b,${days},"yes,90 %`, null, "broken quotes"],
    ["text behind a quote", `b,${days},"yes" no,90 %`, null, "broken quotes"],
    ["NUL", `b,${days},yes,9\u00000 %`, null, "not text"],
    ["a letter that turns the line around", `b,${days},yes,\u202e90 %`, null, "not text"],
    ["a lone carriage return", `b,${days},yes\r,90 %`, null, "not text"],
    ["prototype names", `__proto__,${days},constructor,90 %`, "__proto__", "wrong value"],
  ])("%s", async (_, line, of, kind) => {
    expect(await rejected(good, line, `c,${days},no,`)).toEqual([{ line: 3, case: of, kind }]);
  });

  test.each([
    ["what computers write for yes", `b,${days},TRUE,90 %`, /Write `yes` or `no`\..* Write yes\.$/],
    ["no unit", `b,${days},yes,90`, /`90` has no unit\..* Write 90 %\.$/],
    ["a comma for the point", `b,${days},yes,"88,5 %"`, /`88,5 %` is not a number\..* Write 88\.5 %\.$/],
    ["a power of ten", `b,${days},yes,1e400 %`, /`1e400 %` is not a number\./],
    ["hexadecimal figures", `b,${days},yes,0x50 %`, /`0x50 %` is not a number\./],
    ["a space between the thousands", `b,${days},yes,1 000 %`, /`1 000 %` is not a number\./],
    ["a day before its month", `b,14.05.2014,2014-05-14,yes,90 %`, /Did you mean `2014-05-14`\?$/],
    ["a month before its day", `b,05/14/2014,2014-05-14,yes,90 %`, /`2014-05-14` if `05` is the month\.$/],
    ["neither", `b,31.31.2014,2014-05-14,yes,90 %`, /Dates are written year-month-day\.$/],
  ])("and each says what to write: %s", async (_, line, reason) => {
    const { rejected: left } = cohortOf(await read([head, line].join("\n"), asking));
    expect(left.kept).toEqual([expect.objectContaining({ line: 2, reason: expect.stringMatching(reason) })]);
  });

  test("what is wrong with evidence names the fact it is of", async () => {
    const text = `${head},saturation: evidence\na,${days},yes,90 %,xray\n`;
    expect(cohortOf(await read(text, asking)).rejected.kept).toEqual([
      expect.objectContaining({ reason: expect.stringMatching(/^`saturation`: `xray` is not one of the words/) }),
    ]);
  });

  test("ids may be names that mean something to machines", async () => {
    expect(await rejected(...["__proto__", "constructor", "toString"].map((id) => `${id},${days},yes,90 %`))).toEqual(
      [],
    );
  });

  test("so many are kept, and all are counted", async () => {
    const cohort = cohortOf(await read([head, ...Array.from({ length: 1_500 }, () => "x")].join("\n"), asking));
    expect(cohort.rejected.kept).toHaveLength(1_000);
    expect(cohort.rejected.byKind).toEqual(new Map([["wrong number of cells", 1_500]]));
  });
});

describe("rows that are read", () => {
  test.each([
    ["lines that end with CRLF", `${head}\r\n${good}\r\n`],
    ["a byte order mark", `\ufeff${head}\n${good}\n`],
    ["no line end behind the last", `${head}\n${good}`],
    ["empty lines between", `\n${head}\n\n${good}\n\n`],
    ["quotes", `"case","request date",service date,"pain",saturation\na,"2014-05-14",2014-05-14,"yes","90 %"\n`],
    ["tabs", `${head}\n${good}\n`.replaceAll(",", "\t")],
    ["semicolons", `${head}\n${good}\n`.replaceAll(",", ";")],
    [
      "names in capitals, columns in another order",
      `SATURATION,Pain,Case,Service date,Request date\n90 %,yes,a,${days}\n`,
    ],
  ])("%s", async (_, text) => {
    const cohort = cohortOf(await read(text, asking));
    expect([cohort.rows, cohort.rejected.count]).toEqual([1, 0]);
    expect(informationIn(cohort, asking, "saturation", 0)).toEqual({ values: [{ low: 90, high: 90 }], reason: null });
  });

  test("pieces that cut characters and lines in two make no difference", async () => {
    const text = `${head},pain: evidence author\r\nä😀,${days},yes,90 %,Dr. Ü\r\nb,${days},no,,\r\n`;
    const whole = cohortOf(await read(text, asking));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (piece) => {
        const cut = cohortOf(await read(text, asking, "csv", piece));
        expect([cut.rows, cut.lines, cut.columns]).toEqual([whole.rows, whole.lines, whole.columns]);
      }),
      { numRuns: 20 },
    );
    expect([whole.rows, whole.rejected.count]).toEqual([2, 0]);
  });

  test("an empty cell was never asked, `unknown` was asked and is unknown", async () => {
    const cohort = cohortOf(await read(`${head}\na,${days},,\nb,${days},unknown,unknown\n`, asking));
    const reasons = [0, 1].map((row) => informationIn(cohort, asking, "pain", row).reason);
    expect(reasons).toEqual(["never asked", "asked and unknown"]);
  });
});

describe("files that are refused as a whole", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...head].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  test.each([
    ["empty", "", /empty/],
    ["only empty lines", "\n\n \n", /empty/],
    ["a misspelt column", `${head},pian\n`, /`pian`/],
    ["a part that facts do not have", `${head},pain: colour\n`, /`pain: colour`/],
    ["a list", `${head},test\n`, /`test` is a list/],
    ["no ids", "request date,service date,pain\n", /no column `case`/],
    ["no service date", "case,request date,pain\n", /no column `service date`/],
    ["a column twice", `${head},Pains\n`, /`pain` and `Pains` are one/],
    ["a column without a name", `${head},\n`, /no name/],
    ["prototype names", `${head},__proto__\n`, /`__proto__`/],
    ["another encoding", utf16, /not text/],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), /not text/],
    ["an unclosed quote", `case,"request date\n`, /quote/],
    ["a header of a million columns", Array.from({ length: 400_000 }, () => "a").join(","), /400000 columns/],
    ["a header of 10 million characters", "a".repeat(10_000_000), /longer than/],
  ])("%s", async (_, content, message) => {
    const result = await read(content, asking);
    expect(result).toMatchObject({ kind: "refused", problems: [{ message: expect.stringMatching(message) }] });
  });

  test("the name that was meant is named", async () => {
    expect(await read(`${head.replace("saturation", "satration")}\n`, asking)).toEqual({
      kind: "refused",
      problems: [expect.objectContaining({ hint: "Did you mean `saturation`?" })],
    });
  });

  test("whatever bytes there are, every row is answered or rejected", async () => {
    const checked = fc.assert(
      fc.asyncProperty(
        fc.constantFrom("csv" as const, "ndjson" as const),
        fc.boolean(),
        fc.uint8Array({ maxLength: 300 }),
        async (format, withHead, bytes) => {
          const before = withHead ? new TextEncoder().encode(`${head}\n`) : new Uint8Array();
          const result = await read(new Uint8Array([...before, ...bytes]), asking, format);
          const {
            cases,
            rows,
            rejected: left,
          } = result.kind === "read" ? result.cohort : { cases: 0, rows: 0, rejected: { count: 0 } };
          return rows + left.count === cases;
        },
      ),
      { numRuns: 150 },
    );
    await expect(checked).resolves.toBeUndefined();
  });
});

describe("NDJSON", () => {
  const one = (more: object) =>
    JSON.stringify({
      schema: "precept/case/1",
      case: "a",
      dates: { "request date": "2014-05-14", "service date": "2014-05-14" },
      requests: [{ service: "oxygen" }],
      ...more,
    });

  test.each([
    ["half a line", one({}).slice(0, 60), "not JSON"],
    ["a list", "[1, 2]", "not a case"],
    ["a text", '"case"', "not a case"],
    ["nothing", "null", "not a case"],
    ["lists in lists without end", "[".repeat(400_000), "not JSON"],
    ["lists in lists, each closed", `${"[".repeat(300_000)}${"]".repeat(300_000)}`, "not JSON"],
    ["a name given twice", one({}).replace('"case":"a"', '"case":"a","case":"b"'), "not JSON"],
    ["a prototype", one({}).replace('"case":"a"', '"case":"a","__proto__":{"x":1}'), "not JSON"],
    ["a prototype among the facts", one({}).replace('"case"', '"facts":{"__proto__":"yes"},"case"'), "not JSON"],
    ["another format", one({ schema: "precept/case/9" }), "not a case"],
    ["no dates", one({ dates: {} }), "not a case"],
    ["a name that cases do not have", one({ colour: "red" }), "not a case"],
    ["a number where words are due", one({ requests: 7 }), "not a case"],
    ["a fact that nobody declares", one({ facts: { pian: "yes" } }), "wrong value"],
    ["a value that does not fit", one({ facts: { pain: "perhaps" } }), "wrong value"],
    [
      "a list with a field of no list",
      one({ facts: { test: { complete: "yes", entries: [{ x: "1" }] } } }),
      "wrong value",
    ],
    ["a line of 10 million characters", `{"case":"${"a".repeat(10_000_000)}"}`, "too long"],
  ])("%s", async (_, line, kind) => {
    const result = cohortOf(await read(`${one({})}\n${line}\n${one({ case: "c" })}`, asking, "ndjson"));
    expect(result.rejected.kept.map((each) => [each.line, each.kind])).toEqual([[2, kind]]);
    expect([result.cases, result.rows]).toEqual([3, 2]);
  });

  test("a number may be a number of JSON, and means what its digits say", async () => {
    const counting = askingFor("fact count: whole number\ndefine often\n  as count at least 3\n");
    const lines = ["3", '"3"', "0.3e1", "4000000000"].map((written, at) =>
      one({ case: String(at), facts: { count: "X" } }).replace('"X"', written),
    );
    const cohort = cohortOf(await read(lines.join("\n"), counting, "ndjson"));
    expect(cohort.rejected.kept.map(({ line }) => line)).toEqual([3]);
    const values = [0, 1, 2].map((row) => informationIn(cohort, counting, "count", row).values);
    expect(values).toEqual([3, 3, 4_000_000_000].map((value) => [{ low: value, high: value }]));
  });

  test("each request of a case is a row", async () => {
    const line = one({ requests: [{ service: "oxygen" }, { service: "a wheelchair", code: "HCPCS K0001" }] });
    const cohort = cohortOf(await read(line, asking, "ndjson"));
    expect([cohort.cases, cohort.rows, ...cohort.lines]).toEqual([1, 2, 1, 1]);
    expect(cohort.services.values).toEqual([
      { service: "oxygen", code: null },
      { service: "a wheelchair", code: "HCPCS K0001" },
    ]);
  });
});

describe("long reads", () => {
  const rows = Array.from({ length: 50 }, (_, at) => `c${at},${days},yes,90 %`);
  const file = fileOf([head, ...rows].join("\n"), "csv", 200);

  test("tell how far they are", async () => {
    const seen: number[] = [];
    await readCohort(file, readingFor([asking]), { progress: ({ cases }) => void seen.push(cases) });
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test("end when they are stopped", async () => {
    let pieces = 0;
    const isStopped = () => (pieces += 1) > 3;
    expect(await readCohort(file, readingFor([asking]), { isStopped })).toEqual({ kind: "stopped" });
    expect(pieces).toBe(4);
  });
});
