import { Command, Option } from "commander";
import {
  compareSets,
  countsOf,
  type Expected,
  expectations,
  heldAgainst,
  type SetComparison,
} from "../../engine/compare/index.ts";
import { askedRows, judgeCohort, servicesOf } from "../../engine/determine/cohort/index.ts";
import type { GuidelineSet } from "../../engine/set/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { cohortFileAt, cohortOfSets, readWholeSet } from "../input/index.ts";
import { type Compared, compareAsJson, drawCompare, palette, printJson } from "../output/index.ts";
import { reportChanged, reportRefused, reportUnsound } from "../refusals.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept compare this-year next-year                      what changes, for which cases, and the version it makes
  precept compare old.guideline new.guideline --json
  precept compare this-year next-year --cohort cases.csv   and for how many
  precept compare this-year next-year --expect tighten     exits with 1 where an answer also gets wider

Every change is shown by a case that both versions were asked about; what is called impossible is proved.
`;

interface CompareOptions {
  readonly cohort?: string;
  readonly expect?: Expected;
  readonly json?: true;
}

export function compareCommand({ terminal, finish }: CommandContext): Command {
  return new Command("compare")
    .description("Says exactly what changes between two versions of a guideline set")
    .argument("<old>", "a guideline set, or a guideline")
    .argument("<new>", "its next version")
    .option("--cohort <file>", "cases to count the changes over: .csv or .ndjson")
    .addOption(new Option("--expect <change>", "what the new version is meant to do").choices([...expectations]))
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (before: string, now: string, options: CompareOptions) =>
      finish(await compare(terminal, [before, now], options)),
    );
}

async function compare(
  terminal: Terminal,
  [old, next]: readonly [string, string],
  options: CompareOptions,
): Promise<ExitCode> {
  const [before, now] = [await readWholeSet(terminal, old), await readWholeSet(terminal, next)];
  for (const read of [before, now])
    if (read.kind !== "sound") return reportUnsound(terminal, read, { ...options, consequence: "Nothing is compared" });
  if (before.kind !== "sound" || now.kind !== "sound") throw new Error("Both were found to be sound");
  const sets = { before: before.set, now: now.set };
  const comparison = compareSets(sets.before, sets.now);
  const counted =
    options.cohort === undefined ? null : await count(terminal, options.cohort, { sets, comparison, options });
  if (typeof counted === "number") return counted;
  return print(terminal, { names: { before: old, now: next }, comparison, counted }, options);
}

interface Counting {
  readonly sets: { readonly before: GuidelineSet; readonly now: GuidelineSet };
  readonly comparison: SetComparison;
  readonly options: CompareOptions;
}

async function count(
  terminal: Terminal,
  path: string,
  { sets, comparison, options }: Counting,
): Promise<Compared["counted"] | ExitCode> {
  const file = await cohortFileAt(terminal, path);
  if ("message" in file) return reportUsage(terminal, [file]);
  const both = [sets.before, sets.now];
  const { reading, read } = await cohortOfSets(terminal, file, both);
  if (read.kind !== "read") return reportRefused(terminal, file, read, options);
  const guidelines = both.flatMap((set) => set.guidelines.map(({ guideline }) => guideline));
  const asked = askedRows(read.cohort, servicesOf(guidelines, null), null);
  const before = await judgeCohort(sets.before, read.cohort, reading, asked);
  const now = await judgeCohort(sets.now, read.cohort, reading, asked);
  if (before.lost + now.lost > 0) return reportChanged(terminal, file);
  const judged = { before: before.services, now: now.services };
  const counts = comparison.services.map((service) => countsOf(service, sets, judged));
  return { file: path, cases: read.cohort.cases, rejected: read.cohort.rejected.count, counts };
}

function print(terminal: Terminal, found: Omit<Compared, "held">, { expect, json }: CompareOptions): ExitCode {
  const held = expect === undefined ? null : heldAgainst(found.comparison, expect);
  const compared: Compared = { ...found, held };
  if (json) printJson(terminal, compareAsJson(compared));
  else terminal.out(drawCompare(compared, palette(terminal.colour)));
  return held === null || held.holds ? exit.fine : exit.findings;
}
