import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { HIGHEST } from "../../dsl/index.ts";
import { ColumnAnswers, type Columns, countBoth, countRows } from "../../engine/evaluate/columns/index.ts";
import { closures } from "../../engine/evaluate/index.ts";
import { lower } from "../../engine/ir/index.ts";
import {
  bytesOf,
  type CohortFile,
  type Column,
  columnBuilder,
  readCohort,
  readingFor,
} from "../../engine/values/cohort/index.ts";
import { between, one, type ValueSet } from "../../engine/values/index.ts";
import {
  all,
  any,
  atLeast,
  fact,
  guideline,
  not,
  oneOf,
  recommend,
  wholeNumber,
  within,
  yes,
  yesOrNo,
} from "../engine/writing.ts";
import { type Figure, median, paired, times } from "./harness/index.ts";

/*
 * One rule of 12 leaves over a million cases of which a third of the facts is open, against a loop over the same columns that a
 * programmer would write for just this rule, and against the bar of 25 ms.
 */

const rows = 1_000_000;
const bar = 25;

const flags = ["pain", "numbness", "weakness", "fever", "trauma", "cancer"];
const counts = ["saturation", "duration", "age", "effort"];

const written = guideline({
  facts: [
    ...flags.map((name) => fact(name, yesOrNo)),
    fact("procedure", oneOf("none", "injection", "surgery")),
    fact("strength", { kind: "scale", scale: "strength", grades: ["0", "1", "2", "3", "4", "5"] }),
    ...counts.map((name) => fact(name, wholeNumber)),
  ],
  recommendations: [
    recommend(
      "if",
      any(
        all(yes("pain"), within("duration", 6, HIGHEST), within("procedure", 1, 2)),
        all(
          atLeast(2, yes("numbness"), yes("weakness"), within("strength", 0, 3), within("effort", 3, HIGHEST)),
          not(within("saturation", 90, HIGHEST)),
        ),
        all(yes("fever"), within("age", 18, 64)),
        all(yes("trauma"), yes("cancer")),
      ),
    ),
  ],
});

const rule = lower(written);

export async function bench(): Promise<readonly Figure[]> {
  const columns = cohort();
  const { value } = closures.compile(rule);
  if (value === null) throw new Error("A rule of 12 leaves fits into the budget");
  const criteria = rule.services[0]?.criteria ?? rule.scope;
  const answers = new ColumnAnswers(value.diagrams.rails, columns);
  const byColumns = () => {
    const [found] = answers.answers([criteria]);
    if (found === undefined) throw new Error("One criterion has one answer");
    const open = countBoth(found.canMeet, found.canFail);
    return { met: countRows(found.canMeet) - open, "not met": countRows(found.canFail) - open, "not documented": open };
  };
  const byHand = () => loop(columns);
  if (JSON.stringify(byColumns()) !== JSON.stringify(byHand())) throw new Error("The loop counts something else");
  const { ours, ratio } = await paired(20, byColumns, byHand);
  const bytes = rule.quantities.reduce((sum, { id }) => sum + bytesOf(columns.column(id)), 0);
  return [
    { name: "cohort-rule", value: ours, unit: "ms", ratio, against: "a loop by hand" },
    { name: "cohort-rule-bar", value: ours, unit: "ms", ratio: ours / bar, against: "the bar of 25 ms" },
    ...memory(byColumns, bytes),
    ...(await reading()),
  ];
}

/** What evaluating adds to the columns, its garbage included. */
function memory(evaluate: () => unknown, bytes: number): readonly Figure[] {
  collectGarbage();
  const before = process.memoryUsage();
  evaluate();
  const after = process.memoryUsage();
  const all = bytes + after.arrayBuffers - before.arrayBuffers + after.heapUsed - before.heapUsed;
  return [{ name: "cohort-memory", value: all / 2 ** 20, unit: "MB", ratio: all / bytes, against: "the columns" }];
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/** Rows a second, once as cells and once as case files; of the cells few texts are new, as it is with claims. */
async function reading(): Promise<readonly Figure[]> {
  const next = numbers();
  const names = [...flags, "procedure", "strength", ...counts];
  const cells = Array.from({ length: csvRows }, () => names.map((name) => textOf(name, next)));
  const csv = cells.map((row, at) => `${at},${day},${day},${row.join(",")}\n`).join("");
  const head = `case,request date,service date,${names.join(",")}\n`;
  const lines = cells.slice(0, ndjsonRows).map((row, at) => caseOf(at, names, row));
  return [
    await rate("cohort-read-csv", "csv", head + csv, csvRows),
    await rate("cohort-read-ndjson", "ndjson", lines.join("\n"), ndjsonRows),
  ];
}

const day = "2014-05-14";
const csvRows = 200_000;
const ndjsonRows = 5_000;

function caseOf(at: number, names: readonly string[], row: readonly string[]): string {
  const facts = Object.fromEntries(names.flatMap((name, place) => (row[place] ? [[name, row[place]]] : [])));
  const dates = { "request date": day, "service date": day };
  return JSON.stringify({
    schema: "precept/case/1",
    case: String(at),
    dates,
    facts,
    requests: [{ service: "imaging" }],
  });
}

async function rate(name: string, format: CohortFile["format"], text: string, lines: number): Promise<Figure> {
  const bytes = new TextEncoder().encode(text);
  const file: CohortFile = {
    name,
    format,
    bytes: async function* pieces() {
      for (let at = 0; at < bytes.length; at += 2 ** 20) yield bytes.subarray(at, at + 2 ** 20);
    },
  };
  const samples = await times(3, async () => {
    const read = await readCohort(file, readingFor([{ guideline: written, program: rule }]));
    if (read.kind !== "read" || read.cohort.rows !== lines) throw new Error(`${name}: not every row was read`);
  });
  return { name, value: lines / (median(samples) / 1_000), unit: "rows/s" };
}

/** A third of the cells is empty. */
function textOf(name: string, next: (below: number) => number): string {
  if (next(3) === 0) return "";
  if (flags.includes(name)) return next(2) === 0 ? "no" : "yes";
  if (name === "procedure") return ["none", "injection", "surgery"][next(3)] ?? "";
  return String(next(name === "strength" ? 6 : 120));
}

/** The same cases in every run. */
function numbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function cohort(): Columns {
  const next = numbers();
  const columns = new Map(rule.quantities.map(({ id, domain }) => [id, columnOf(domain, next)]));
  return { rows, column: (quantity) => found(columns.get(quantity)) };
}

function found(column: Column | undefined): Column {
  if (column === undefined) throw new Error("Every quantity has a column");
  return column;
}

function columnOf(domain: ValueSet, next: (below: number) => number): Column {
  const builder = columnBuilder(domain);
  for (let row = 0; row < rows; row += 1) builder.push(builder.held({ values: someOf(domain, next), reason: null }));
  return builder.finish();
}

function someOf(domain: ValueSet, next: (below: number) => number): ValueSet {
  const highest = Math.min(domain.at(-1)?.high ?? 0, 120);
  const kind = next(10);
  if (kind < 3) return domain;
  const value = next(highest + 1);
  return kind < 9 ? one(value) : between(value, value + next(highest - value + 1));
}

const [UNKNOWN, NO, YES] = [0, 1, 2];

/** Kleene's three values, one function for the rule, nothing looked up by name. */
function loop(columns: Columns): Readonly<Record<"met" | "not met" | "not documented", number>> {
  const masks = ["pain", "numbness", "weakness", "fever", "trauma", "cancer", "procedure", "strength"].map((name) => {
    const column = columns.column(name);
    return column.kind === "mask" ? column.masks : new Uint8Array(0);
  });
  const ends = counts.map((name) => {
    const column = columns.column(name);
    return column.kind === "interval" ? column.ends : { low: new Int32Array(0), high: new Int32Array(0) };
  });
  const [pain, numbness, weakness, fever, trauma, cancer, procedure, strength] = masks;
  const [saturation, weeks, age, visits] = ends;
  const answers = [0, 0, 0];
  for (let row = 0; row < rows; row += 1) {
    const first = and(
      mask(pain?.[row] ?? 0, 2),
      and(range(weeks?.low[row] ?? 0, weeks?.high[row] ?? 0, 6, HIGHEST), mask(procedure?.[row] ?? 0, 6)),
    );
    const points = [
      mask(numbness?.[row] ?? 0, 2),
      mask(weakness?.[row] ?? 0, 2),
      mask(strength?.[row] ?? 0, 15),
      range(visits?.low[row] ?? 0, visits?.high[row] ?? 0, 3, HIGHEST),
    ];
    const second = and(two(points), negated(range(saturation?.low[row] ?? 0, saturation?.high[row] ?? 0, 90, HIGHEST)));
    const third = and(mask(fever?.[row] ?? 0, 2), range(age?.low[row] ?? 0, age?.high[row] ?? 0, 18, 64));
    const fourth = and(mask(trauma?.[row] ?? 0, 2), mask(cancer?.[row] ?? 0, 2));
    const answer = or(or(first, second), or(third, fourth));
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
  return { met: answers[YES] ?? 0, "not met": answers[NO] ?? 0, "not documented": answers[UNKNOWN] ?? 0 };
}

function mask(possible: number, wanted: number): number {
  if ((possible & wanted) === 0) return 1;
  return (possible & ~wanted) === 0 ? 2 : 0;
}

function range(low: number, high: number, from: number, to: number): number {
  if (high < from || low > to) return 1;
  return low >= from && high <= to ? 2 : 0;
}

function and(one: number, other: number): number {
  if (one === 1 || other === 1) return 1;
  return one === 2 && other === 2 ? 2 : 0;
}

function or(one: number, other: number): number {
  if (one === 2 || other === 2) return 2;
  return one === 1 && other === 1 ? 1 : 0;
}

function negated(one: number): number {
  return one === 0 ? 0 : 3 - one;
}

function two(points: readonly number[]): number {
  let yeses = 0;
  let unknowns = 0;
  for (const point of points) {
    if (point === 2) yeses += 1;
    if (point === 0) unknowns += 1;
  }
  if (yeses >= 2) return 2;
  return yeses + unknowns < 2 ? 1 : 0;
}
