import { readdir, readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import type { ParaphraseForm } from "../../dsl/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import { nearestFew } from "../input/index.ts";
import { palette, printJson } from "../output/index.ts";
import type { CommandContext } from "../context.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";
import { explainGuideline } from "./explainGuideline.ts";
import { explainGuidelines, forms } from "./paraphrases.ts";

const pages = new URL("../../dsl/diagnostic/pages/", import.meta.url);

const examples = `
Examples:
  precept explain            every code with its title
  precept explain E0303      what E0303 means, how to avoid it, and why it matters
  precept explain neck-county.guideline   what a guideline changes in the one it rests on
  precept explain home-oxygen.guideline --as outline
                             the guideline in canonical words, its criteria as numbered outlines
  precept explain home-oxygen.guideline --as sentences
                             the same, each criterion in one line
`;

export function explainCommand({ terminal, finish }: CommandContext): Command {
  return new Command("explain")
    .description("Explains a diagnostic, what a guideline changes in another, or a guideline in canonical words")
    .argument("[what]", "a code as diagnostics show it, or a guideline; with --as also sets and folders of them")
    .addOption(new Option("--as <form>", "say the guideline back so").choices(forms))
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (code: string | undefined, options: ExplainOptions) => {
      const json = options.json === true;
      if (options.as) return finish(await explainGuidelines(terminal, [code ?? "."], { form: options.as, json }));
      return finish(code === undefined ? await listAll(terminal, json) : await explain(terminal, code, json));
    });
}

interface ExplainOptions {
  readonly as?: ParaphraseForm;
  readonly json?: true;
}

async function listAll(terminal: Terminal, json: boolean): Promise<ExitCode> {
  const codes = await knownCodes();
  const titles = await Promise.all(codes.map(async (code) => ({ code, title: titleOf(await readPage(code)) })));
  if (json) printJson(terminal, { pages: titles });
  else for (const { code, title } of titles) terminal.out(`${palette(terminal.colour).strong(code)}  ${title}\n`);
  return exit.fine;
}

async function explain(terminal: Terminal, given: string, json: boolean): Promise<ExitCode> {
  if (given.endsWith(".guideline")) return explainGuideline(terminal, given, json);
  const codes = await knownCodes();
  const code = codes.find((known) => known.toLowerCase() === given.toLowerCase());
  if (code === undefined) return unknownCode(terminal, given, codes);
  const page = await readPage(code);
  if (json) printJson(terminal, { code, title: titleOf(page), page });
  else terminal.out(page.endsWith("\n") ? page : `${page}\n`);
  return exit.fine;
}

function unknownCode(terminal: Terminal, given: string, codes: readonly string[]): ExitCode {
  const near = nearestFew(given, codes).map((code) => `\`${code}\``);
  const hint = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "Run `precept explain` to see every code.";
  return reportUsage(terminal, [{ message: `There is no diagnostic \`${given}\`.`, hint }]);
}

async function knownCodes(): Promise<readonly string[]> {
  const names = await readdir(pages).catch(() => []);
  return names.flatMap((name) => (name.endsWith(".md") ? [name.slice(0, -".md".length)] : [])).toSorted();
}

function readPage(code: string): Promise<string> {
  return readFile(new URL(`${code}.md`, pages), "utf8");
}

/** The first heading, without the code that may begin it. */
function titleOf(page: string): string {
  const heading = /^#\s+(?:[A-Z]\d+\s*[:.–-]?\s*)?(.*)$/m.exec(page);
  return heading?.[1]?.trim() ?? "";
}
