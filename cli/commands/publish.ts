import { relative, resolve } from "node:path";
import { Command } from "commander";
import { lineStarts, positionAt } from "../../dsl/index.ts";
import type { Objection } from "../../engine/release/index.ts";
import { type Published, publishSet } from "../../server/publishing/index.ts";
import { readSetFiles, type SetFolder, setFolderAt } from "../../server/folders/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath } from "../input/index.ts";
import { counted, palette, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept publish guidelines/california-mtus
  precept publish guidelines/california-mtus --out /srv/releases

Every case must come out as it expects. The version is computed: 1.0.0 first, a patch when the guidelines decide exactly as
before, else a major one. A release is never overwritten, and the same set gives the same bytes.
`;

interface PublishOptions {
  readonly out?: string;
  readonly json?: true;
}

export function publishCommand({ terminal, finish }: CommandContext): Command {
  return new Command("publish")
    .description("Makes the next release of a guideline set: one file that never changes")
    .argument("<set>", "a guideline set")
    .option("--out <folder>", "where releases are kept (default: the folder `releases` in the set)")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (given: string, options: PublishOptions) => finish(await publish(terminal, given, options)));
}

async function publish(terminal: Terminal, given: string, options: PublishOptions): Promise<ExitCode> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return reportUsage(terminal, [found.problem]);
  const set = await setFolderAt(found.path);
  if (!set.ok)
    return reportUsage(terminal, [{ message: `\`${given}\` is not a guideline set: it holds no \`set.yaml\`.` }]);
  const folder = options.out === undefined ? undefined : resolve(terminal.folder, options.out);
  const published = await publishSet(set.value, folder);
  const objections = published.kind === "refused" ? await inWords(set.value, published.objections) : [];
  if (options.json) printPublishedJson(terminal, published, objections);
  else printPublished(terminal, published, objections);
  return published.kind === "refused" ? exit.findings : exit.fine;
}

function printPublishedJson(terminal: Terminal, published: Published, objections: readonly string[]): void {
  if (published.kind === "refused")
    return printJson(terminal, { published: false, objections, details: published.objections });
  const release = published.kind === "published" ? published.release : published.latest;
  const path = published.kind === "published" ? { path: published.path } : {};
  printJson(terminal, {
    published: published.kind === "published",
    ...release?.manifest,
    digest: release?.digest,
    file: release?.file,
    ...path,
  });
}

function printPublished(terminal: Terminal, published: Published, objections: readonly string[]): void {
  const colours = palette(terminal.colour);
  if (published.kind === "refused") {
    terminal.out(`${colours.bad("✗")} Nothing was published.\n${objections.map((line) => `  - ${line}\n`).join("")}`);
    return;
  }
  if (published.kind === "nothing new") {
    terminal.out(`Nothing changed since ${published.latest?.manifest.version}; there is nothing to publish.\n`);
    return;
  }
  const { manifest, digest } = published.release;
  terminal.out(
    `${colours.good("✓")} ${colours.strong(`${manifest.set} ${manifest.version}`)}, ${bumpInWords(manifest)}\n`,
  );
  terminal.out(`  ${counted(manifest.files.length, "file")}, ${counted(manifest.cases.passed, "case")} passed\n`);
  terminal.out(`  ${colours.quiet(`content ${digest}`)}\n  ${colours.quiet(`meaning ${manifest.meaning}`)}\n`);
  terminal.out(`  ${relative(terminal.folder, published.path)}\n`);
}

function bumpInWords({
  bump,
  previous,
}: {
  readonly bump: string;
  readonly previous: { readonly version: string } | null;
}) {
  if (bump === "first") return "the first release";
  const than = `than ${previous?.version}`;
  if (bump === "minor") return `which decides more and no differently ${than}`;
  return bump === "patch" ? `which decides no differently ${than}` : `which may decide otherwise ${than}`;
}

async function inWords(set: SetFolder, objections: readonly Objection[]): Promise<readonly string[]> {
  const files = await readSetFiles(set);
  const texts = new Map(files.ok ? files.value.map(({ path, text }) => [path, text]) : []);
  return objections.map((objection) => objectionInWords(objection, texts));
}

function objectionInWords(objection: Objection, texts: ReadonlyMap<string, string>): string {
  switch (objection.kind) {
    case "failing case":
      return `${objection.case} (${objection.path}): expected ${objection.expected}, was ${objection.actual}`;
    case "no expectation":
      return `${objection.case} (${objection.path}) expects nothing; say what should come out, and who says so.`;
    case "diagnostic": {
      const { file, span, code, message } = objection.diagnostic;
      const { line, column } = positionAt(lineStarts(texts.get(file) ?? ""), span.start);
      return `${file}:${line}:${column}: ${code}: ${message}`;
    }
    case "set":
      return objection.detail;
  }
}
