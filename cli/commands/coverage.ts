import { join } from "node:path";
import { Command } from "commander";
import { placesInSet } from "../../engine/set/index.ts";
import { countsOfCoverage, coverage, coverageAsJson } from "../../engine/testing/coverage/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { drawCoverage, palette, printJson } from "../output/index.ts";
import type { Terminal } from "../terminal.ts";
import { progressOn, readSoundSet } from "./soundSet.ts";

const examples = `
Examples:
  precept coverage guidelines/california-mtus
  precept coverage guidelines/cms-ncd/warfarin-90.1.guideline
  precept coverage guidelines/california-mtus --json

Of each criterion the cases are to show it met, not met and not documented; of each service every outcome that it can have; of each
condition that it matters by itself: met and not met, decided and not documented. What no case can show is proved impossible.
It exits with 1 when anything is open or undecided.
`;

interface CoverageOptions {
  readonly json?: true;
}

export function coverageCommand({ terminal, finish }: CommandContext): Command {
  return new Command("coverage")
    .description("Tells what the cases of a guideline set show of its criteria, and what they do not")
    .argument("<path>", "a guideline set, or a guideline")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (path: string, options: CoverageOptions) => finish(await cover(terminal, path, options)));
}

async function cover(terminal: Terminal, path: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const otherwise = "Nothing is covered while a guideline has an error.";
  const read = await readSoundSet(terminal, path, { json, otherwise });
  if (read.kind === "told") return read.code;
  const covered = coverage(read.set, { isAsked: read.isAsked, progress: progressOn(terminal, "obligations") });
  const found = {
    set: read.set.name,
    coverage: covered,
    placeOf: placesInSet(read.set, (file) => join(read.shown, file)),
  };
  if (json) printJson(terminal, coverageAsJson(found));
  else terminal.out(drawCoverage(found, palette(terminal.colour)));
  const { open, undecided } = countsOfCoverage(covered);
  return open + undecided > 0 ? exit.findings : exit.fine;
}
