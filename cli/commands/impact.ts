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
import { type GuidelineSet, inForceOn } from "../../engine/set/index.ts";
import type { Cohort } from "../../engine/values/cohort/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit, type UsageProblem } from "../exit.ts";
import { cohortFileAt, cohortOfSets, readDate, readWholeSet } from "../input/index.ts";
import { drawImpact, type Impact, impactAsJson, palette, printJson, totalsOf } from "../output/index.ts";
import { mostProblems, reportChanged, reportRefused, reportUnsound } from "../refusals.ts";
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
    if (read.kind !== "sound") return reportUnsound(terminal, read, { ...options, consequence: "Nothing is counted" });
    sets.push(options.asOf === undefined ? read.set : inForceOn(read.set, options.asOf));
  }
  const { reading, read } = await cohortOfSets(terminal, file, sets);
  if (read.kind !== "read") return reportRefused(terminal, file, read, options);
  const asked = askedIn(read.cohort, sets, options.service ?? null);
  if ("message" in asked) return reportUsage(terminal, [asked]);
  tellUnaddressed(terminal, asked, sets);
  const judged: CohortJudged[] = [];
  for (const set of sets) judged.push(await judgeCohort(set, read.cohort, reading, asked));
  if (judged.some(({ lost }) => lost > 0)) return reportChanged(terminal, file);
  return print(terminal, { sets, cohort: read.cohort, judged, began }, options);
}

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
