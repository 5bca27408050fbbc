import { resolve } from "node:path";
import { Command, Option } from "commander";
import { type CaseDeterminations, determine } from "../../engine/determine/index.ts";
import { type Letter, letterHtml, letterMarkdown, letterOf } from "../../engine/letter/index.ts";
import { determinationRecord, determinationsAsJson } from "../../engine/record/index.ts";
import { inForceOn } from "../../engine/set/index.ts";
import { replaceFile } from "../../server/folders/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type CaseInSet, type KeysOption, readCaseInSet, readDate } from "../input/index.ts";
import {
  diagnosticsAsJson,
  drawDeterminations,
  drawDiagnostics,
  hasError,
  palette,
  printJson,
} from "../output/index.ts";
import { determineWithRelease } from "./determineRelease.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept determine cases/jane.yaml                          with the set the case stands in
  precept determine jane.yaml --set guidelines/california-mtus
  precept determine cases/jane.yaml --letter docx --out jane.docx
  precept determine cases/jane.yaml --as-of 2014-05-14       with the guidelines in force that day
  precept determine jane.yaml --release california-mtus-1.0.0.tgz --record jane.record.json
  precept determine jane.yaml --release california-mtus-1.0.0.tgz --leave-out "grip strength"
  precept determine - --set guidelines/california-mtus --json < jane.yaml

Every criterion is met, not met or not documented; what is not documented is never taken as a no.
`;

type LetterFormat = "md" | "html" | "docx" | "pdf";

interface DetermineOptions extends KeysOption {
  readonly set?: string;
  readonly release?: string;
  readonly record?: string;
  readonly asOf?: string;
  readonly letter?: LetterFormat;
  readonly out?: string;
  readonly leaveOut: readonly string[];
  readonly json?: true;
}

type Sound = Extract<CaseInSet, { kind: "sound" }>;

export function determineCommand({ terminal, finish }: CommandContext): Command {
  return new Command("determine")
    .description("Decides every requested service of a case, with findings and rationale")
    .argument("<case>", "a case file, or - for standard input")
    .option("--set <path>", "the guideline set (default: the nearest folder above the case with set.yaml)")
    .addOption(new Option("--release <file>", "a release, decided by the engine in it").conflicts("set"))
    .option("--keys <file>", "with --release: the keys that are trusted, a JWKS")
    .option(
      "--as-of <date>",
      "use the guidelines in force on this date, YYYY-MM-DD (default: the service date)",
      readDate,
    )
    .addOption(
      new Option(
        "--leave-out <name>",
        "with --release: a fact, a list or `LIST: FIELD` that the release does not know, to be answered without; again for more",
      )
        .argParser((name: string, before: readonly string[]) => [...before, name])
        .default([])
        .conflicts("set"),
    )
    .addOption(
      new Option("--letter <format>", "write the letter").choices(["md", "html", "docx", "pdf"]).conflicts("json"),
    )
    .option("--out <file>", "where to write the letter (default: standard output)")
    .option("--record <file>", "write the record, which `precept replay` makes again")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (given: string, options: DetermineOptions) => finish(await determineCase(terminal, given, options)));
}

async function determineCase(terminal: Terminal, given: string, options: DetermineOptions): Promise<ExitCode> {
  const { release } = options;
  if (release !== undefined) return determineWithRelease(terminal, given, { ...options, release });
  if (options.leaveOut.length > 0)
    return reportUsage(terminal, [
      { message: "What an edition does not know is left out where a release decides.", hint: "Name it by --release." },
    ]);
  if (options.keys !== undefined)
    return reportUsage(terminal, [
      { message: "Keys are what a release is verified with.", hint: "Name it by --release." },
    ]);
  const read = await readCaseInSet(terminal, given, options.set ?? null);
  if (read.kind === "usage") return reportUsage(terminal, [read.problem]);
  if (read.kind === "unsound") return reportUnsound(terminal, read, options);
  const { value, diagnostics: said } = determine(
    options.asOf === undefined ? read.set : inForceOn(read.set, options.asOf),
    read.case,
  );
  const diagnostics = said.map(read.shown);
  if (hasError(diagnostics)) return reportUnsound(terminal, { ...read, diagnostics }, options);
  if (options.record !== undefined) await writeRecord(terminal, read, value, { ...options, record: options.record });
  terminal.err(drawDiagnostics([...read.remarks, ...diagnostics], read.texts, false));
  if (options.letter !== undefined) return writeLetter(terminal, read, value, options.letter, options.out ?? null);
  if (options.json)
    printJson(terminal, {
      case: value.case,
      set: value.set,
      ...read.madeWith,
      determinations: determinationsAsJson(value),
    });
  else
    terminal.out(
      drawDeterminations(value, read.madeWith, {
        colours: palette(terminal.colour),
        width: terminal.width,
        indent: "",
      }),
    );
  return exit.fine;
}

/** Of texts in a folder: they may be those of a release, but the engine is not the one in it. */
async function writeRecord(
  terminal: Terminal,
  read: Sound,
  value: CaseDeterminations,
  { record, asOf = null }: { readonly record: string; readonly asOf?: string | null },
): Promise<void> {
  const madeWith = { set: read.set.name, version: null, digest: read.asItStands.digest };
  const text = determinationRecord({ case: read.case, value, asOf }, madeWith);
  await replaceFile(resolve(terminal.folder, record), Buffer.from(text));
}

type Unsound = Pick<Extract<CaseInSet, { kind: "unsound" }>, "diagnostics" | "texts">;

function reportUnsound(terminal: Terminal, { diagnostics, texts }: Unsound, options: DetermineOptions): ExitCode {
  if (options.json) printJson(terminal, { diagnostics: diagnosticsAsJson(diagnostics, texts) });
  else terminal.err(drawDiagnostics(diagnostics, texts, terminal.colour));
  terminal.err("Nothing is determined while there is an error.\n");
  return exit.findings;
}

async function writeLetter(
  terminal: Terminal,
  read: Sound,
  determined: CaseDeterminations,
  format: LetterFormat,
  out: string | null,
): Promise<ExitCode> {
  const { version, digest } = read.madeWith;
  const letter = letterOf(read.case, determined, version === null ? null : { version, digest });
  const isBinary = format === "docx" || format === "pdf";
  if (isBinary && out === null && terminal.screen) {
    return reportUsage(terminal, [
      { message: `A ${format} is not for a screen.`, hint: `Add \`--out letter.${format}\`.` },
    ]);
  }
  const content = await render(letter, format);
  if (out === null) terminal.out(content);
  else await replaceFile(resolve(terminal.folder, out), Buffer.from(content));
  return exit.fine;
}

function render(letter: Letter, format: LetterFormat): string | Promise<Uint8Array> {
  if (format === "md") return letterMarkdown(letter);
  return format === "html" ? letterHtml(letter) : renderFile(letter, format);
}

/** Loaded only here: the other commands start faster without what writes Word and PDF. */
async function renderFile(letter: Letter, format: "docx" | "pdf"): Promise<Uint8Array> {
  const { letterDocx, letterPdf } = await import("../../server/letters/index.ts");
  return format === "docx" ? letterDocx(letter) : letterPdf(letter);
}
