import { readFile, stat } from "node:fs/promises";
import { Command } from "commander";
import { ARCHIVE_LIMIT, type Verified, verifyRelease } from "../../engine/release/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath } from "../input/index.ts";
import { counted, palette, printJson } from "../output/index.ts";
import type { CommandContext } from "../context.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept verify guidelines/california-mtus/releases/california-mtus-1.0.0.tgz

Every file must have the hash its manifest says, and making the archive again must give the same bytes.
It exits with 4 when the release is not exactly what was made. It does not say who made it.
`;

export function verifyCommand({ terminal, finish }: CommandContext): Command {
  return new Command("verify")
    .description("Says whether a release is exactly as it was made")
    .argument("<release>", "a .tgz file that `precept publish` made")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (release: string, options: { json?: true }) => {
      finish(await verify(terminal, release, options.json === true));
    });
}

async function verify(terminal: Terminal, given: string, json: boolean): Promise<ExitCode> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return reportUsage(terminal, [found.problem]);
  if (found.kind === "folder") return reportUsage(terminal, [{ message: `\`${given}\` is a folder, not a release.` }]);
  const verified = await verifyFile(found.path);
  (json ? printVerifiedJson : printVerified)(terminal, given, verified);
  return verified.ok ? exit.fine : exit.verification;
}

async function verifyFile(path: string): Promise<Verified> {
  const { size } = await stat(path);
  if (size > ARCHIVE_LIMIT) return { ok: false, reasons: ["The file is larger than any release."] };
  return verifyRelease(await readFile(path));
}

function printVerifiedJson(terminal: Terminal, _: string, verified: Verified): void {
  if (!verified.ok) return printJson(terminal, { verified: false, reasons: verified.reasons });
  const { manifest, digest } = verified.release;
  printJson(terminal, { verified: true, ...manifest, digest });
}

function printVerified(terminal: Terminal, given: string, verified: Verified): void {
  const colours = palette(terminal.colour);
  if (!verified.ok) {
    terminal.out(`${colours.bad("✗")} ${given} is not a release as it was made.\n`);
    for (const reason of verified.reasons) terminal.out(`  ${reason}\n`);
    return;
  }
  const { manifest, digest } = verified.release;
  terminal.out(
    `${colours.good("✓")} ${colours.strong(`${manifest.set} ${manifest.version}`)} is exactly as it was made.\n`,
  );
  terminal.out(`  ${counted(manifest.files.length, "file")}, ${counted(manifest.cases.passed, "case")} passed\n`);
  terminal.out(`  ${colours.quiet(`content ${digest}`)}\n  ${colours.quiet(`meaning ${manifest.meaning}`)}\n`);
}
