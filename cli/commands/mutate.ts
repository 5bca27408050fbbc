import { join } from "node:path";
import { Command } from "commander";
import { placesInSet } from "../../engine/set/index.ts";
import { mutate, tallyOf } from "../../engine/testing/mutation/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { drawMutation, mutationAsJson, palette, printJson } from "../output/index.ts";
import type { Terminal } from "../terminal.ts";
import { progressOn, readSoundSet } from "./soundSet.ts";

const examples = `
Examples:
  precept mutate guidelines/california-mtus
  precept mutate guidelines/cms-ncd/warfarin-90.1.guideline
  precept mutate guidelines/california-mtus --json

Each mutant is the set with one mistake in it: a threshold one step off, OR for AND, a dropped term, a fact read as "no" while it is
not documented. It is killed when a case or example that passes fails with it, equivalent when it is proved that no case
comes out otherwise. Expectations that were filled in by the engine do not count. It exits with 1 when a mutant survives or is
undecided, or when a case fails already.
`;

interface MutateOptions {
  readonly json?: true;
}

export function mutateCommand({ terminal, finish }: CommandContext): Command {
  return new Command("mutate")
    .description("Tells which mistakes in a guideline set no case would notice")
    .argument("<path>", "a guideline set, or a guideline")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (path: string, options: MutateOptions) => finish(await mutateSet(terminal, path, options)));
}

async function mutateSet(terminal: Terminal, path: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const otherwise = "No mutant is made while a guideline has an error.";
  const read = await readSoundSet(terminal, path, { json, otherwise });
  if (read.kind === "told") return read.code;
  const mutation = mutate(read.set, { isAsked: read.isAsked, progress: progressOn(terminal, "mutants") });
  const found = { set: read.set.name, mutation, placeOf: placesInSet(read.set, (file) => join(read.shown, file)) };
  if (json) printJson(terminal, mutationAsJson(found));
  else terminal.out(drawMutation(found, palette(terminal.colour)));
  const { undecided, survived } = tallyOf(mutation.met);
  const failing = mutation.notCounted.some(({ because }) => because === "fails already");
  return undecided + survived > 0 || failing ? exit.findings : exit.fine;
}
