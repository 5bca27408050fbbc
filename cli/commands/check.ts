import { Command, Option } from "commander";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type Analysed, analyseSources, isAskedFor, readSources, type Sources } from "../input/index.ts";
import {
  countDiagnostics,
  counted,
  diagnosticsAsJson,
  drawDiagnostics,
  githubAnnotation,
  hasError,
  palette,
  place,
  printJson,
  sarif,
} from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept check guidelines                            every guideline set in a folder
  precept check guidelines/california-mtus/cases/a.yaml   one case, against its set
  precept check - < draft.guideline                   a guideline on standard input
  precept check guidelines --format sarif > report.sarif
  precept check guidelines --format github            annotations in a GitHub workflow

It exits with 1 when there is an error; warnings and hints alone are fine. \`precept explain CODE\` says more on each.
`;

interface CheckOptions {
  readonly json?: true;
  readonly format?: "sarif" | "github";
}

export function checkCommand({ terminal, finish }: CommandContext): Command {
  return new Command("check")
    .description("Reads guidelines and cases and says everything that is wrong with them")
    .argument("<path...>", "guidelines, cases, guideline sets or folders of them")
    .option("--json", "print one JSON object")
    .addOption(new Option("--format <format>", "print for a machine").choices(["sarif", "github"]).conflicts("json"))
    .addHelpText("after", examples)
    .action(async (paths: string[], options: CheckOptions) => finish(await check(terminal, paths, options)));
}

async function check(terminal: Terminal, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  const sources = await readSources(terminal, paths);
  if (sources.problems.length > 0) return reportUsage(terminal, sources.problems);
  const analysed = analyseSources(sources);
  printChecked(terminal, sources, analysed, options);
  return hasError(analysed.diagnostics) ? exit.findings : exit.fine;
}

function printChecked(
  terminal: Terminal,
  sources: Sources,
  { diagnostics, texts }: Analysed,
  options: CheckOptions,
): void {
  if (options.json) return printJson(terminal, { diagnostics: diagnosticsAsJson(diagnostics, texts) });
  const placed = place(diagnostics, texts);
  if (options.format === "sarif") return terminal.out(`${JSON.stringify(sarif(placed), null, 2)}\n`);
  if (options.format === "github") return terminal.out(placed.map(githubAnnotation).join(""));
  terminal.out(drawDiagnostics(diagnostics, texts, terminal.colour));
  terminal.err(`${summary(terminal, sources, diagnostics)}\n`);
}

function summary(terminal: Terminal, sources: Sources, diagnostics: Analysed["diagnostics"]): string {
  const colours = palette(terminal.colour);
  const looked = inWords(sources);
  if (diagnostics.length > 0) return `${countDiagnostics(diagnostics)}${looked === "" ? "" : ` in ${looked}`}.`;
  if (sources.sets.length + sources.guidelines.length === 0) return "There is no guideline here.";
  return `${colours.good("✓")} Nothing to complain of${looked === "" ? "" : ` in ${looked}`}.`;
}

/** `1 guideline, 5 cases` */
function inWords({ sets, guidelines }: Sources): string {
  const paths = sets.flatMap((source) =>
    source.files.map(({ path }) => path).filter((path) => isAskedFor(source, path)),
  );
  const written = paths.filter((path) => path.endsWith(".guideline")).length + guidelines.length;
  const cases = paths.filter((path) => path.startsWith("cases/")).length;
  const counts = [counted(written, "guideline"), counted(cases, "case")].filter((text) => !text.startsWith("0 "));
  return counts.join(", ");
}
