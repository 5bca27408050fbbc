import { Command } from "commander";
import { closest } from "../../dsl/index.ts";
import {
  type AskedRows,
  askedRows,
  type CohortJudged,
  judgeCohort,
  servicesOf,
  unaddressed,
} from "../../engine/determine/cohort/index.ts";
import { checkRebuttals, type GuidelineSet } from "../../engine/set/index.ts";
import {
  type Asking,
  type Cohort,
  type CohortFile,
  type CohortRead,
  readCohort,
  type Reading,
  readingFor,
} from "../../engine/values/cohort/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit, type UsageProblem } from "../exit.ts";
import { cohortFileAt, inForceOn, readDate, readWholeSet, type WholeSet } from "../input/index.ts";
import {
  diagnosticsAsJson,
  drawDiagnostics,
  drawImpact,
  type Impact,
  impactAsJson,
  palette,
  printJson,
  totalsOf,
} from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept impact guidelines/california-mtus --cohort cases.csv
  precept impact guidelines/california-mtus --cohort cases.ndjson --service imaging --json
  precept impact next-year --against this-year --cohort cases.csv     what changes, and for how many
  precept impact guidelines/cms-ncd --cohort cases.csv --as-of 2014-05-14

The first line of a CSV file names its columns: case, request date, service date, and facts. NDJSON is a case file a line.
Every row is answered or rejected with its line; it exits with 1 when one is rejected. See guidelines/README.md, cohort files.
`;

interface ImpactOptions {
  readonly cohort: string;
  readonly against?: string;
  readonly asOf?: string;
  readonly service?: string;
  readonly json?: true;
}

export function impactCommand({ terminal, finish }: CommandContext): Command {
  return new Command("impact")
    .description("Counts what a guideline set says of many cases, and what changes against another")
    .argument("<path>", "a guideline set, or a guideline")
    .requiredOption("--cohort <file>", "the cases: .csv or .ndjson")
    .option("--against <path>", "another set, to count the transitions from it")
    .option(
      "--as-of <date>",
      "use the guidelines in force on this date, YYYY-MM-DD (default: each service date)",
      readDate,
    )
    .option("--service <name>", "only this service")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (path: string, options: ImpactOptions) => finish(await impact(terminal, path, options)));
}

async function impact(terminal: Terminal, path: string, options: ImpactOptions): Promise<ExitCode> {
  const began = performance.now();
  const file = await cohortFileAt(terminal, options.cohort);
  if ("message" in file) return reportUsage(terminal, [file]);
  const paths = options.against === undefined ? [path] : [path, options.against];
  const sets: GuidelineSet[] = [];
  for (const each of paths) {
    const read = await readWholeSet(terminal, each);
    if (read.kind !== "sound") return reportUnsound(terminal, read, options);
    sets.push(options.asOf === undefined ? read.set : inForceOn(read.set, options.asOf));
  }
  const reading = readingOf(sets);
  const read = await readCohort(file, reading, { progress: progressOn(terminal, file) });
  if (read.kind !== "read") return reportRefused(terminal, file, read, options);
  const asked = askedIn(read.cohort, sets, options.service ?? null);
  if ("message" in asked) return reportUsage(terminal, [asked]);
  tellUnaddressed(terminal, asked, sets);
  const judged: CohortJudged[] = [];
  for (const set of sets) judged.push(await judgeCohort(set, read.cohort, reading, asked));
  if (judged.some(({ lost }) => lost > 0)) return reportChanged(terminal, file);
  return print(terminal, { sets, cohort: read.cohort, judged, began }, options);
}

function readingOf(sets: readonly GuidelineSet[]): Reading {
  const guidelines = sets.flatMap((set) => set.guidelines);
  const asking: readonly Asking[] = guidelines.map(({ guideline, compiled }) => ({
    guideline,
    program: compiled.program,
  }));
  const all = guidelines.map(({ guideline }) => guideline);
  return readingFor(asking, (of) => checkRebuttals(of, all));
}

/** A line every so often, once reading takes longer than anybody waits without asking. */
function progressOn(terminal: Terminal, { name }: CohortFile): (read: { cases: number; bytes: number }) => void {
  let next = performance.now() + everySoOften;
  return ({ cases, bytes }) => {
    if (performance.now() < next) return;
    next = performance.now() + everySoOften;
    terminal.err(`${name}: ${cases.toLocaleString("en")} cases read, ${Math.round(bytes / 2 ** 20)} MB\n`);
  };
}

/** Milliseconds. */
const everySoOften = 3_000;

function askedIn(
  cohort: Cohort,
  sets: readonly GuidelineSet[],
  only: string | null,
): readonly AskedRows[] | UsageProblem {
  const guidelines = sets.flatMap((set) => set.guidelines.map(({ guideline }) => guideline));
  const asked = askedRows(cohort, servicesOf(guidelines, only), only);
  if (only === null || asked.length > 0 || cohort.rows === 0) return asked;
  const names = askedRows(cohort, servicesOf(guidelines, null), null).map(({ asked: { service } }) => service);
  const near = closest(only, names);
  const known = names.slice(0, 8).map((name) => `\`${name}\``);
  return {
    message: `No case of the cohort asks for \`${only}\`.`,
    hint: near === null ? `They ask for ${known.join(", ")}.` : `Did you mean \`${near}\`?`,
  };
}

/** What is asked for may be misspelt: it comes out as not addressed, and that is said. */
function tellUnaddressed(terminal: Terminal, asked: readonly AskedRows[], sets: readonly GuidelineSet[]): void {
  const guidelines = sets.flatMap((set) => set.guidelines.map(({ guideline }) => guideline));
  const names = guidelines.flatMap(({ services }) =>
    services.flatMap((one) => [one.name, ...one.items.map(({ name }) => name)]),
  );
  for (const { asked: one } of unaddressed(asked, guidelines).slice(0, mostProblems)) {
    const near = closest(one.service, names);
    const hint = near === null ? "" : ` Did you mean \`${near}\`?`;
    terminal.err(`No guideline recommends anything of \`${one.service}\`, which is asked for.${hint}\n`);
  }
}

function reportChanged(terminal: Terminal, { name }: CohortFile): ExitCode {
  terminal.err(`${name} changed while it was read. Nothing is counted; run it again.\n`);
  return exit.findings;
}

interface Counted {
  readonly sets: readonly GuidelineSet[];
  readonly cohort: Cohort;
  readonly judged: readonly CohortJudged[];
  readonly began: number;
}

function print(terminal: Terminal, { sets, cohort, judged, began }: Counted, options: ImpactOptions): ExitCode {
  const [set, before] = sets;
  const [now, earlier] = judged;
  if (set === undefined || now === undefined) throw new Error("One set at least is judged");
  const seconds = (performance.now() - began) / 1_000;
  const against = before === undefined || earlier === undefined ? null : { name: before.name, judged: earlier };
  const found: Impact = { set: set.name, cohort, judged: now, against, seconds };
  if (options.json) printJson(terminal, impactAsJson(found));
  else terminal.out(drawImpact(found, palette(terminal.colour)));
  return totalsOf(found).rejected > 0 ? exit.findings : exit.fine;
}

function reportUnsound(
  terminal: Terminal,
  read: Exclude<WholeSet, { kind: "sound" }>,
  { json }: ImpactOptions,
): ExitCode {
  if (read.kind === "usage") return reportUsage(terminal, [read.problem]);
  if (json) printJson(terminal, { diagnostics: diagnosticsAsJson(read.diagnostics, read.texts) });
  else terminal.err(drawDiagnostics(read.diagnostics, read.texts, terminal.colour));
  terminal.err("Nothing is counted while a guideline has an error.\n");
  return exit.findings;
}

/** Nothing of the file is read. */
function reportRefused(
  terminal: Terminal,
  { name }: CohortFile,
  read: Exclude<CohortRead, { kind: "read" }>,
  { json }: ImpactOptions,
): ExitCode {
  const problems = read.kind === "refused" ? read.problems : [];
  if (json) printJson(terminal, { refused: problems });
  for (const { message, hint } of problems.slice(0, mostProblems)) terminal.err(`${name}: ${message} ${hint}\n`);
  if (problems.length > mostProblems) terminal.err(`${name}: and ${problems.length - mostProblems} more.\n`);
  terminal.err("No row of it was read.\n");
  return exit.findings;
}

/** Of a file that is none of ours, the first few say everything. */
const mostProblems = 20;
