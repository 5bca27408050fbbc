import { join, resolve } from "node:path";
import { Command } from "commander";
import { format } from "../../dsl/index.ts";
import { replaceFile } from "../../server/folders/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { isAskedFor, type NamedText, readSources, type Sources } from "../input/index.ts";
import { counted, drawDiagnostics, hasError, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept format guidelines             lay out every guideline in a folder
  precept format --check guidelines     change nothing, say what would change, exit with 1 if something would
  precept format - < draft.guideline    from standard input to standard output

Words, comments and the choice between one line and an outline stay as the author wrote them.
`;

interface FormatOptions {
  readonly check?: true;
  readonly json?: true;
}

export function formatCommand({ terminal, finish }: CommandContext): Command {
  return new Command("format")
    .description("Lays guidelines out in the canonical way; comments stay")
    .argument("<path...>", "guidelines, guideline sets or folders of them")
    .option("--check", "change nothing, only say what would change")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (paths: string[], options: FormatOptions) => finish(await formatPaths(terminal, paths, options)));
}

async function formatPaths(terminal: Terminal, paths: readonly string[], options: FormatOptions): Promise<ExitCode> {
  const sources = await readSources(terminal, paths);
  if (sources.problems.length > 0) return reportUsage(terminal, sources.problems);
  terminal.err(drawDiagnostics(sources.diagnostics, new Map(), terminal.colour));
  const changed = guidelinesOf(sources)
    .map(({ path, text }) => ({ path, text, formatted: format(text) }))
    .filter(({ path, text, formatted }) => formatted !== text || path === STDIN);
  if (!options.check) await Promise.all(changed.map(({ path, formatted }) => write(terminal, path, formatted)));
  const files = changed.filter(({ text, formatted }) => formatted !== text).map(({ path }) => path);
  printChanged(terminal, files, options);
  return hasError(sources.diagnostics) || (options.check && files.length > 0) ? exit.findings : exit.fine;
}

const STDIN = "<stdin>";

function guidelinesOf(sources: Sources): readonly NamedText[] {
  const inSets = sources.sets.flatMap((source) =>
    source.files
      .filter(({ path }) => path.endsWith(".guideline") && isAskedFor(source, path))
      .map(({ path, text }) => ({ path: join(source.shown, path), text })),
  );
  return [...inSets, ...sources.guidelines];
}

async function write(terminal: Terminal, path: string, text: string): Promise<void> {
  if (path === STDIN) terminal.out(text);
  else await replaceFile(resolve(terminal.folder, path), Buffer.from(text));
}

function printChanged(terminal: Terminal, files: readonly string[], options: FormatOptions): void {
  if (options.json) return printJson(terminal, { changed: files });
  const named = files.filter((path) => path !== STDIN || options.check);
  terminal.out(named.map((path) => `${path}\n`).join(""));
  const would = options.check ? "would change" : "changed";
  terminal.err(
    files.length === 0 ? "Everything is laid out already.\n" : `${counted(files.length, "file")} ${would}.\n`,
  );
}
