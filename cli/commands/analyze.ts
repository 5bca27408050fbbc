import { Command, Option } from "commander";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type AnalysedSet, analysedSets, readSources } from "../input/index.ts";
import {
  analysisAsJson,
  drawAnalysis,
  drawDiagnostics,
  githubAnnotation,
  place,
  printJson,
  sarif,
  sayAnalysis,
} from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept analyze guidelines                          every guideline set in a folder
  precept analyze guidelines/cms-ncd --json           all that was asked, with a case for what was found
  precept analyze guidelines --format sarif > report.sarif

It asks what can be asked without any case: criteria that are never met, gaps between thresholds, conflicts and more, and proves what
is fine. What \`accept ... because "..."\` keeps is not shown, but stays in --json. It exits with 1 when a guideline is not understood.
\`precept explain CODE\` says more on each.
`;

interface AnalyzeOptions {
  readonly json?: true;
  readonly format?: "sarif" | "github";
}

export function analyzeCommand({ terminal, finish }: CommandContext): Command {
  return new Command("analyze")
    .description("Asks of guidelines what can be asked without any case, and proves the answers or shows a case")
    .argument("<path...>", "guidelines, guideline sets or folders of them")
    .option("--json", "print one JSON object")
    .addOption(new Option("--format <format>", "print for a machine").choices(["sarif", "github"]).conflicts("json"))
    .addHelpText("after", examples)
    .action(async (paths: string[], options: AnalyzeOptions) => finish(await analyze(terminal, paths, options)));
}

async function analyze(terminal: Terminal, paths: readonly string[], options: AnalyzeOptions): Promise<ExitCode> {
  const sources = await readSources(terminal, paths);
  if (sources.problems.length > 0) return reportUsage(terminal, sources.problems);
  const analysed = analysedSets(sources);
  print(terminal, analysed, options);
  return analysed.errors.length > 0 ? exit.findings : exit.fine;
}

function print(terminal: Terminal, { asked, errors, texts }: AnalysedSet, { json, format }: AnalyzeOptions): void {
  if (json) return printJson(terminal, analysisAsJson(asked, errors, texts));
  const found = asked.flatMap(({ verdict }) =>
    verdict.kind === "found" && verdict.found.accepted === null ? [verdict.found.diagnostic] : [],
  );
  const placed = place([...errors, ...found], texts);
  if (format === "sarif") return terminal.out(`${JSON.stringify(sarif(placed), null, 2)}\n`);
  if (format === "github") return terminal.out(placed.map(githubAnnotation).join(""));
  terminal.out(drawDiagnostics(errors, texts, terminal.colour));
  terminal.out(drawAnalysis(asked, texts, terminal.colour));
  terminal.err(`${sayAnalysis(asked, errors, terminal.colour)}\n`);
}
