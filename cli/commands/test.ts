import { Command, Option } from "commander";
import type { TestedCase } from "../../engine/testing/index.ts";
import { type AcceptOptions, acceptResults } from "../accepting.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { readSources, type TestedPart, testSources } from "../input/index.ts";
import { countTests, drawTests, printJson, testsAsAnnotations, testsAsJunit } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";
import { watchPaths } from "../watching.ts";

const examples = `
Examples:
  precept test guidelines                          every case and example in a folder
  precept test guidelines/california-mtus/cases/a.yaml
  precept test guidelines --watch                  again after every change, until Ctrl+C
  precept test guidelines --format junit > report.xml
  precept test --accept guidelines/california-mtus/cases/a.yaml
                                                   what it would expect, were it to expect what comes out
  precept test --accept guidelines/california-mtus/cases/a.yaml --because "Four weeks since the 2024 edition"
  precept test --accept-all guidelines/california-mtus --because "Four weeks since the 2024 edition"

A case passes when every outcome, review and answer it expects is what comes out. It exits with 1 when one fails.
Accepting writes what comes out into the case or the example, marked as filled in by the engine: it proves nothing until
somebody names a source, and a reviewer has to acknowledge it. Without --because nothing is written.
`;

interface TestOptions extends AcceptOptions {
  readonly watch?: true;
  readonly json?: true;
  readonly format?: "junit" | "github";
}

export function testCommand({ terminal, finish }: CommandContext): Command {
  return new Command("test")
    .description("Runs cases and examples against what they expect")
    .argument("<path...>", "cases, guidelines, guideline sets or folders of them")
    .option("--watch", "run again after every change")
    .option("--json", "print one JSON object")
    .addOption(new Option("--format <format>", "print for a machine").choices(["junit", "github"]).conflicts("json"))
    .option("--accept", "show what failing cases and examples would expect, were they to expect what comes out")
    .addOption(new Option("--accept-all", "the same of whole sets and folders").conflicts("accept"))
    .option("--because <why>", "with --accept: write it, with this sentence in the place of a source")
    .addHelpText("after", examples)
    .action(async (paths: string[], options: TestOptions) => finish(await wayOf(options)(terminal, paths, options)));
}

function wayOf({ watch, accept, acceptAll, because }: TestOptions): typeof test {
  if (accept || acceptAll || because !== undefined) return acceptResults;
  return watch ? testEachChange : test;
}

async function test(terminal: Terminal, paths: readonly string[], options: TestOptions): Promise<ExitCode> {
  const sources = await readSources(terminal, paths);
  if (sources.problems.length > 0) return reportUsage(terminal, sources.problems);
  const parts = testSources(sources);
  const cases = parts.flatMap((part) => part.cases);
  printTests(terminal, parts, cases, options);
  return cases.some(({ status }) => status === "failed") ? exit.findings : exit.fine;
}

function printTests(
  terminal: Terminal,
  parts: readonly TestedPart[],
  cases: readonly TestedCase[],
  options: TestOptions,
): void {
  if (options.json) return printTestsAsJson(terminal, cases);
  if (options.format === "junit") return terminal.out(testsAsJunit(parts));
  if (options.format === "github") return terminal.out(testsAsAnnotations(parts));
  terminal.out(drawTests(parts, terminal.colour));
  terminal.out(`${countTests(cases)}\n`);
}

function printTestsAsJson(terminal: Terminal, cases: readonly TestedCase[]): void {
  const count = (status: TestedCase["status"]) => cases.filter((each) => each.status === status).length;
  const withoutExpectation = count("without expectation");
  printJson(terminal, { passed: count("passed"), failed: count("failed"), withoutExpectation, cases });
}

/** Ends, in good order, when the person stops it. */
async function testEachChange(terminal: Terminal, paths: readonly string[], options: TestOptions): Promise<ExitCode> {
  const changes = await watchPaths(terminal, paths);
  try {
    const code = await test(terminal, paths, options);
    if (code === exit.usage) return code;
    terminal.err("Waiting for changes. Press Ctrl+C to stop.\n");
    await changes.follow(async () => {
      await test(terminal, paths, options);
    });
    return exit.fine;
  } finally {
    await changes.close();
  }
}
