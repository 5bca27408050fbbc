import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { suggestCases, type Suggestion } from "../../engine/testing/synthesis/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { drawSuggestions, palette, printJson, suggestionsAsJson, suggestionText } from "../output/index.ts";
import type { Terminal } from "../terminal.ts";
import { progressOn, readSoundSet } from "./soundSet.ts";

const examples = `
Examples:
  precept suggest-cases guidelines/california-mtus
  precept suggest-cases guidelines/california-mtus --write guidelines/california-mtus/cases
  precept suggest-cases guidelines/cms-ncd/warfarin-90.1.guideline --json

As few cases as it finds that would close what coverage and mutate leave open. None of them says what is expected: that is for a person to
fill in, with the person or text it comes from. \`--write\` never overwrites a file.
`;

interface SuggestOptions {
  readonly json?: true;
  readonly write?: string;
}

export function suggestCasesCommand({ terminal, finish }: CommandContext): Command {
  return new Command("suggest-cases")
    .description("Suggests the fewest cases that would close what coverage and mutate leave open")
    .argument("<path>", "a guideline set, or a guideline")
    .option("--write <folder>", "write each as a case file, without an expectation")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (path: string, options: SuggestOptions) => finish(await suggest(terminal, path, options)));
}

async function suggest(
  terminal: Terminal,
  path: string,
  { json = false, write }: { json?: boolean; write?: string },
): Promise<ExitCode> {
  const otherwise = "No case is suggested while a guideline has an error.";
  const read = await readSoundSet(terminal, path, { json, otherwise });
  if (read.kind === "told") return read.code;
  const found = suggestCases(read.set, { isAsked: read.isAsked, progress: progressOn(terminal, "mutants") });
  const written = write === undefined ? [] : await writeAll(resolve(terminal.folder, write), write, found.cases);
  if (json) printJson(terminal, suggestionsAsJson(read.set.name, found, written));
  else terminal.out(drawSuggestions(read.set.name, found, palette(terminal.colour)));
  for (const file of written) terminal.err(`Written: ${file}\n`);
  return exit.fine;
}

/** The files written, as the person calls them. */
async function writeAll(folder: string, shown: string, cases: readonly Suggestion[]): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const each of cases) {
    const topic = (each.file.split("/").at(-1) ?? each.file).replace(/\.guideline$/, "");
    const name = await writeNew(folder, `suggested-${topic}`, suggestionText(each));
    written.push(join(shown, name));
  }
  return written;
}

/** Under the first name that no file has yet. */
async function writeNew(folder: string, stem: string, text: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${stem}-${number}.yaml`;
    try {
      await writeFile(join(folder, name), text, { flag: "wx" });
      return name;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}
