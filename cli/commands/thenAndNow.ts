import { Command } from "commander";
import {
  type CriterionThenAndNow,
  type Edition,
  type TextInFile,
  thenAndNow,
  type ThenAndNow,
} from "../../engine/editions/index.ts";
import { setTexts, verifyRelease } from "../../engine/release/index.ts";
import { decodeManifest, manifestPath } from "../../engine/set/index.ts";
import { editionNamed } from "../../server/determinations/index.ts";
import { shelfOf } from "../../server/publishing/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit, type UsageProblem } from "../exit.ts";
import { readCaseText, readSources, type SetSource } from "../input/index.ts";
import { palette, printJson, wrap } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept then-and-now jane.yaml --set guidelines/california-mtus --before 1.0.0
  precept then-and-now jane.yaml --set guidelines/california-mtus --before 2024-01-01 --now 2026-01-01

An edition is a version, a day (the release in force on it), or draft: the set as it stands. Both answer with the engine of today;
what was answered on the day is made again by precept replay.
`;

interface ThenAndNowOptions {
  readonly set: string;
  readonly before: string;
  readonly now: string;
  readonly json?: true;
}

export function thenAndNowCommand({ terminal, finish }: CommandContext): Command {
  return new Command("then-and-now")
    .description("Shows one case under two editions of a set: what changed, and which text changed it")
    .argument("<case>", "a case file, or - for standard input")
    .requiredOption("--set <path>", "the guideline set, with its releases in the folder `releases`")
    .requiredOption("--before <edition>", "a version, a day YYYY-MM-DD, or draft")
    .option("--now <edition>", "a version, a day YYYY-MM-DD, or draft", "draft")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (given: string, options: ThenAndNowOptions) => finish(await show(terminal, given, options)));
}

async function show(terminal: Terminal, given: string, options: ThenAndNowOptions): Promise<ExitCode> {
  const of = await readCaseText(terminal, given);
  if ("message" in of) return reportUsage(terminal, [of]);
  const sources = await readSources(terminal, [options.set]);
  const [source] = sources.sets;
  if (source === undefined)
    return reportUsage(
      terminal,
      sources.problems.length > 0 ? sources.problems : [{ message: `\`${options.set}\` is not a guideline set.` }],
    );
  const before = await editionOf(source, options.before);
  const now = await editionOf(source, options.now);
  if ("message" in before) return reportUsage(terminal, [before]);
  if ("message" in now) return reportUsage(terminal, [now]);
  const { value, problems } = thenAndNow(of.text, { before, now });
  if (value === null) {
    terminal.err(`${problems.join("\n")}\nNothing is determined while there is an error.\n`);
    return exit.findings;
  }
  if (options.json) printJson(terminal, value);
  else terminal.out(draw(terminal, value));
  return exit.fine;
}

async function editionOf({ set, files }: SetSource, named: string): Promise<Edition | UsageProblem> {
  if (named === "draft") return { name: "draft", files };
  const text = files.find(({ path }) => path === manifestPath)?.text ?? "";
  const name = decodeManifest({ name: manifestPath, text }).value?.name ?? set.name;
  const shelf = shelfOf(set);
  const { releases } = await shelf.list(name);
  const editions = releases.flatMap(({ manifest: { version }, digest, effective }) =>
    effective === null ? [] : [{ version, digest, effectiveFrom: effective.from, effectiveTo: effective.to }],
  );
  const found = editionNamed(editions, named, name);
  if (found.kind !== "release") return { message: found.kind === "none" ? found.problem : named };
  const { version } = found.edition;
  const read = await shelf.read(name, version);
  const verified = read === null ? null : await verifyRelease(read.payload);
  return verified?.ok === true
    ? { name: version, files: setTexts(verified.files) }
    : { message: `Release ${version} is not as it was published.` };
}

function draw(terminal: Terminal, { case: title, editions, leftOut, services }: ThenAndNow): string {
  const colours = palette(terminal.colour);
  const head = `${colours.strong(title)}\n${colours.quiet(`${editions.before}, then ${editions.now}`)}\n`;
  const parts = services.map(({ service, outcome, criteria }) => {
    const same = outcome.before === outcome.now;
    const lines = criteria.flatMap((each) => (each.change === "none" ? [] : drawCriterion(each, terminal.width)));
    const came = same ? `${outcome.now}, as before` : `${outcome.before}, then ${colours.strong(outcome.now)}`;
    return `\n${colours.strong(service)}: ${came}\n${lines.map((line) => `${line}\n`).join("")}`;
  });
  const unknown = [...withoutSentence(editions.before, leftOut.before), ...withoutSentence(editions.now, leftOut.now)];
  return `${head}${unknown.map((line) => `${line}\n`).join("")}${parts.join("")}`;
}

function drawCriterion({ criterion, formerly, answer, text }: CriterionThenAndNow, width: number): readonly string[] {
  const name = formerly === null ? criterion : `${formerly} -> ${criterion}`;
  const told = wrap(
    `${name}: ${answer.before ?? "not asked"}, then ${answer.now ?? "not asked"}`,
    width,
    "    ",
    "  - ",
  );
  return text.before?.text === text.now?.text ? [told] : [told, ...signed("-", text.before), ...signed("+", text.now)];
}

function signed(sign: "-" | "+", text: TextInFile | null): readonly string[] {
  return text === null ? [] : text.text.split("\n").map((line) => `    ${sign} ${line}`.trimEnd());
}

function withoutSentence(edition: string, names: readonly string[]): readonly string[] {
  const listed = names.map((name) => `\`${name}\``).join(", ");
  return names.length === 0 ? [] : [`The edition ${edition} does not know ${listed}; left out there.`];
}
