import type { Cohort } from "./cohort.ts";
import { CohortBuilder } from "./cohortBuilder.ts";
import { CsvReader, type FileProblem, readHeader } from "./csv/index.ts";
import { columnDefinitions } from "./definitions.ts";
import type { CohortFile } from "./file.ts";
import { mostRows } from "./limits.ts";
import { type Line, linesOf } from "./lines.ts";
import { NdjsonReader } from "./ndjsonReader.ts";
import { declaredNames, type LineReader, type Reading, type RowOfCase } from "./reading.ts";
import { Rejections } from "./rejections.ts";
import { type Wanted, wantedBy } from "./wanted.ts";

export type CohortRead =
  /** `reduced`: how many columns were made; those of an earlier cohort that still mean the same were not. */
  | { readonly kind: "read"; readonly cohort: Cohort; readonly reduced: number }
  /** Nothing of the file was read: what is wrong with all of it. */
  | { readonly kind: "refused"; readonly problems: readonly FileProblem[] }
  | { readonly kind: "stopped" };

/** For long reads. */
export interface Watch {
  /** Called after each piece of the file. */
  readonly progress?: (read: { readonly cases: number; readonly bytes: number }) => void;
  /** Asked after each piece; reading ends when it says so. */
  readonly isStopped?: () => boolean;
}

/**
 * The cases of a file as columns of what guidelines ask. `earlier`: the same file, read before an edit. Columns whose definition
 * is the same are taken over, and where none is new the file is not opened.
 */
export async function readCohort(
  file: CohortFile,
  reading: Reading,
  watch: Watch = {},
  earlier: Cohort | null = null,
): Promise<CohortRead> {
  if (earlier === null || !acceptsTheSame(earlier, reading)) return readAll(file, reading, watch);
  const wanted = wantedBy(reading.asking, earlier.columns);
  if (wanted.length === 0) return { kind: "read", cohort: only(earlier, reading), reduced: 0 };
  const again = await readColumns(file, reading, wanted, watch);
  if (again.kind !== "read" || !hasSameRows(again.cohort, earlier)) return readAll(file, reading, watch);
  const columns = new Map([...earlier.columns, ...again.cohort.columns]);
  return { ...again, cohort: only({ ...again.cohort, columns }, reading) };
}

/** Whether rows rejected before would be again: none was for a value, whose fact may be another now. */
function acceptsTheSame(earlier: Cohort, reading: Reading): boolean {
  return earlier.declared === declaredNames(reading) && !earlier.rejected.byKind.has("wrong value");
}

function hasSameRows(one: Cohort, other: Cohort): boolean {
  return one.rows === other.rows && one.rejected.count === other.rejected.count;
}

/** Columns that nobody asks for any more are let go. */
function only(cohort: Cohort, { asking }: Reading): Cohort {
  const asked = new Set(asking.flatMap((one) => [...columnDefinitions(one).values()]));
  return { ...cohort, columns: new Map([...cohort.columns].filter(([definition]) => asked.has(definition))) };
}

function readAll(file: CohortFile, reading: Reading, watch: Watch): Promise<CohortRead> {
  return readColumns(file, reading, wantedBy(reading.asking, new Map()), watch);
}

async function readColumns(
  file: CohortFile,
  reading: Reading,
  wanted: readonly Wanted[],
  watch: Watch,
): Promise<CohortRead> {
  const builder = new CohortBuilder(wanted);
  const lines = new CaseLines(file, reading, wanted, builder);
  let bytes = 0;
  for await (const some of linesOf(counted(file.bytes(), (more) => (bytes += more)))) {
    const problems = lines.take(some);
    if (problems.length > 0) return { kind: "refused", problems };
    if (builder.rows > mostRows) return { kind: "refused", problems: [tooMany] };
    watch.progress?.({ cases: lines.cases, bytes });
    if (watch.isStopped?.() === true) return { kind: "stopped" };
  }
  if (lines.isEmpty) return { kind: "refused", problems: [nothingInIt] };
  const { cases, rejections: rejected } = lines;
  const cohort = { file, cases, rejected, declared: declaredNames(reading), ...builder.finish() };
  return { kind: "read", cohort, reduced: wanted.length };
}

const nothingInIt: FileProblem = {
  message: "The file is empty.",
  hint: "The first line of a CSV file names its columns.",
};
const tooMany: FileProblem = {
  message: `The file has more than ${mostRows.toLocaleString("en")} rows.`,
  hint: "Cut it into several.",
};

async function* counted(bytes: AsyncIterable<Uint8Array>, count: (more: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    count(piece.byteLength);
    yield piece;
  }
}

/** The lines of a file, the first of a CSV file its header; each other that is not empty is a case. */
class CaseLines {
  readonly rejections = new Rejections();
  cases = 0;
  isEmpty = true;
  readonly #reading: Reading;
  readonly #wanted: readonly Wanted[];
  readonly #builder: CohortBuilder;
  #reader: LineReader | null;

  constructor({ format }: CohortFile, reading: Reading, wanted: readonly Wanted[], builder: CohortBuilder) {
    this.#reading = reading;
    this.#wanted = wanted;
    this.#builder = builder;
    this.#reader = format === "csv" ? null : new NdjsonReader(reading, wanted, builder);
  }

  /** What is wrong with the whole file; else nothing. */
  take(lines: readonly Line[]): readonly FileProblem[] {
    for (const line of lines) {
      if (line.text.trim() === "" && line.problem === null) continue;
      this.isEmpty = false;
      if (this.#reader === null) {
        const problems = this.#header(line);
        if (problems.length > 0) return problems;
      } else this.#case(this.#reader, line);
    }
    return [];
  }

  /** Whether lines are cases from here on. */
  get isBegun(): boolean {
    return this.#reader !== null;
  }

  /** The rows of a line that was accepted. */
  rowsOf({ text }: Line): readonly RowOfCase[] {
    return this.#reader?.rowsOf(text) ?? [];
  }

  #header({ text, problem }: Line): readonly FileProblem[] {
    if (problem !== null) return [{ message: problem.reason, hint: "The first line names the columns." }];
    const header = readHeader(text, this.#reading.declared);
    if (!("columns" in header)) return header;
    const [reading, wanted, builder] = [this.#reading, this.#wanted, this.#builder];
    this.#reader = new CsvReader({ header, reading, wanted, builder });
    return [];
  }

  #case(reader: LineReader, { number, text, problem }: Line): void {
    this.cases += 1;
    if (problem !== null) return this.rejections.add(number, null, problem);
    const why = reader.read(number, text);
    if (why !== null) this.rejections.add(number, why.case, why);
  }
}

/**
 * The cases behind rows, read again: for what columns cannot say. Rows come in their order, `isWanted` says which.
 */
export async function* casesBehind(
  cohort: Cohort,
  reading: Reading,
  isWanted: (row: number) => boolean,
): AsyncGenerator<RowOfCase & { readonly row: number }> {
  const lines = new CaseLines(cohort.file, reading, [], new CohortBuilder([]));
  let row = 0;
  for await (const some of linesOf(cohort.file.bytes()))
    for (const line of some) {
      if (!lines.isBegun) lines.take([line]);
      if (cohort.lines[row] !== line.number) continue;
      for (const one of lines.rowsOf(line)) {
        if (isWanted(row)) yield { ...one, row };
        row += 1;
      }
    }
}
