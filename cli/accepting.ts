import { resolve } from "node:path";
import { replaceFile } from "../server/folders/index.ts";
import { type ExitCode, exit, type UsageProblem } from "./exit.ts";
import { acceptances, readSources, type Sources, testSources } from "./input/index.ts";
import { counted, drawChangedResults, printJson } from "./output/index.ts";
import { reportUsage } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface AcceptOptions {
  readonly accept?: true;
  readonly acceptAll?: true;
  /** Why, in the place of a source; without it nothing is written. */
  readonly because?: string;
  readonly watch?: true;
  readonly json?: true;
  readonly format?: "junit" | "github";
}

type Found = ReturnType<typeof acceptances>;

/** What comes out becomes what is expected: shown first, and written once somebody says why. */
export async function acceptResults(
  terminal: Terminal,
  paths: readonly string[],
  options: AcceptOptions,
): Promise<ExitCode> {
  const unfit = unfitOptions(options);
  if (unfit !== null) return reportUsage(terminal, [unfit]);
  const sources = await readSources(terminal, paths);
  const problems = [...sources.problems, ...unfitSources(sources, options.acceptAll ?? false)];
  if (problems.length > 0) return reportUsage(terminal, problems);
  const because = options.because?.trim() ?? null;
  const found = acceptances(sources, testSources(sources), because ?? "");
  if (because !== null)
    for (const { path, text } of found.files) await replaceFile(resolve(terminal.folder, path), Buffer.from(text));
  (options.json ? printAsJson : print)(terminal, found, because !== null);
  return found.refused.length > 0 || (because === null && found.accepted.length > 0) ? exit.findings : exit.fine;
}

function unfitOptions({ accept, acceptAll, because, watch, format }: AcceptOptions): UsageProblem | null {
  if (!accept && !acceptAll)
    return {
      message: "`--because` says why results are accepted.",
      hint: "Write `--accept` or `--accept-all` with it.",
    };
  if (watch || format !== undefined)
    return {
      message: "Results are accepted once, and told to a person or with `--json`.",
      hint: "Leave `--watch` and `--format` away.",
    };
  if (because?.trim() === "")
    return { message: "`--because` is empty.", hint: "A reviewer reads this sentence in place of a source." };
  return null;
}

/** Sets and folders are accepted as a whole only where that is asked for. */
function unfitSources({ sets, guidelines }: Sources, all: boolean): readonly UsageProblem[] {
  const folders = all ? [] : sets.filter(({ only }) => only === "" || only.endsWith("/"));
  return [
    ...folders.map(({ set, only }) => ({
      message: `\`${only === "" ? set.name : only}\` is more than one file.`,
      hint: "`--accept` takes single cases and guidelines; `--accept-all` takes every changed result below a folder.",
    })),
    ...guidelines
      .filter(({ path }) => path === "<stdin>")
      .map(() => ({ message: "What comes from standard input has no file to write to." })),
  ];
}

function print(terminal: Terminal, { accepted, refused, files }: Found, isWritten: boolean): void {
  terminal.out(drawChangedResults(accepted, terminal.colour));
  if (refused.length > 0) {
    terminal.err(`${counted(refused.length, "case")} cannot expect what comes out:\n`);
    terminal.err(drawChangedResults(refused, terminal.colour));
  }
  if (accepted.length === 0) return terminal.err("There is nothing to accept.\n");
  const results = counted(accepted.length, "result");
  terminal.err(
    isWritten
      ? `${results} accepted, in ${counted(files.length, "file")}. Nothing of it counts as a test until a source is named.\n`
      : `Nothing is written yet. ${results} would be accepted with \`--because "WHY"\`.\n`,
  );
}

function printAsJson(terminal: Terminal, { accepted, refused, files }: Found, isWritten: boolean): void {
  printJson(terminal, { written: isWritten, accepted, refused, files: files.map(({ path }) => path) });
}
