import { changesInWords } from "../../engine/words/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import { analyseSet, isAskedFor, readSources } from "../input/index.ts";
import { palette, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

/** What a guideline changes in the one it rests on; a guideline that stands in no set changes nothing. */
export async function explainGuideline(terminal: Terminal, path: string, json: boolean): Promise<ExitCode> {
  const sources = await readSources(terminal, [path]);
  if (sources.problems.length > 0) return reportUsage(terminal, sources.problems);
  const [source] = sources.sets;
  const read = source === undefined ? [] : [...analyseSet(source).set.readings.values()];
  const own = read.find((one) => one.kind === "guideline" && source !== undefined && isAskedFor(source, one.path));
  const overlay = own?.kind === "guideline" ? own.analysis.value.overlay : null;
  const changes = overlay === null ? [] : changesInWords(overlay);
  if (json)
    printJson(terminal, { file: path, changes: overlay === null ? null : { base: overlay.base, sentences: changes } });
  else if (overlay === null) terminal.out(`${path} changes no other guideline.\n`);
  else
    terminal.out(
      `${palette(terminal.colour).strong(`What it changes in “${overlay.base}”`)}\n${changes.map((one) => `  - ${one}\n`).join("")}`,
    );
  return exit.fine;
}
