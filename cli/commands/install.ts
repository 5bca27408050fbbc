import { resolve } from "node:path";
import { Command } from "commander";
import { archiveStem } from "../../engine/release/index.ts";
import { type Installed, installRelease } from "../../server/publishing/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type FromOptions, readDate, type ReleaseFrom, releaseFrom } from "../input/index.ts";
import { drawVerified, palette, printJson, verifiedAsJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept install california-mtus-1.0.0.tgz --keys keys.json
  precept install california-mtus --from /srv/guidelines --keys keys.json          the latest release
  precept install california-mtus@1.0.0 --from /srv/guidelines --into mtus
  precept install california-mtus --as-of 2027-03-01 --from /srv/guidelines        the one in force on that day
  precept install california-mtus --from https://guidelines.example --keys keys.json

The release is verified first, as \`precept verify\` does. Its set is written into a folder, with the release beside it; what you changed
there is never replaced: then nothing is written. What \`precept.lock\` says is what is installed; what was installed once is installed
again without any network. PRECEPT_TOKEN goes along only to the server that PRECEPT_SERVER names.
`;

interface InstallOptions extends FromOptions {
  readonly into?: string;
  readonly json?: true;
}

export function addFromOptions(command: Command): Command {
  return command
    .option(
      "--from <place>",
      "a folder of releases, a set, a folder of sets, or the address of a server or of such a folder",
      ".",
    )
    .option("--as-of <date>", "the release in force on this day of service", readDate)
    .option("--keys <file>", "the public keys you trust, as a JWKS (a file or an address)")
    .option("--head <file>", "a head of the log that you kept")
    .option("--log <file>", "the log itself (default: the file beside the release)")
    .option("--lock <file>", "the lock", "precept.lock")
    .option("--even-if-ended", "also a release that was retired, or has ended otherwise")
    .option("--json", "print one JSON object");
}

export function installCommand({ terminal, finish }: CommandContext): Command {
  const command = new Command("install")
    .description("Verifies a release and writes its guideline set into a folder")
    .argument("<release>", "a .tgz file, or a set: NAME, NAME@VERSION or NAME@sha256:DIGEST")
    .option("--into <folder>", "where the set is written (default: a folder of its name)");
  return addFromOptions(command)
    .addHelpText("after", examples)
    .action(async (what: string, options: InstallOptions) => finish(await install(terminal, what, options)));
}

async function install(terminal: Terminal, what: string, options: InstallOptions): Promise<ExitCode> {
  const from = await releaseFrom(terminal, what, options, false);
  const told = reportUnfound(terminal, what, from, options.json === true);
  if (told !== null || from.kind !== "found" || from.found.release === null) return told ?? exit.verification;
  const { release, files } = from.found;
  const folder = resolve(terminal.folder, options.into ?? archiveStem(release.manifest.set));
  const installed = await installRelease(folder, {
    release,
    files,
    attestation: from.attestation,
    log: from.trust.log,
  });
  const said = { ...verifiedAsJson(from.found), installed: installed.kind === "installed", folder };
  if (options.json) printJson(terminal, { ...said, ...installed });
  else terminal.out(`${drawVerified(what, from.found, null, palette(terminal.colour))}${draw(installed, folder)}`);
  return installed.kind === "installed" ? exit.fine : exit.findings;
}

/** Says why there is nothing to go on with; `null` where there is. */
export function reportUnfound(terminal: Terminal, what: string, from: ReleaseFrom, json: boolean): ExitCode | null {
  if (from.kind === "usage") return reportUsage(terminal, [from.problem]);
  if (from.kind === "none") {
    if (json) printJson(terminal, { verified: false, reasons: [from.problem] });
    else terminal.err(`${from.problem}\n`);
    return from.isUntrusted ? exit.verification : exit.findings;
  }
  if (from.found.verdict !== "refused") return null;
  if (json) printJson(terminal, verifiedAsJson(from.found));
  else terminal.out(drawVerified(what, from.found, null, palette(terminal.colour)));
  return exit.verification;
}

function draw(installed: Installed, folder: string): string {
  if (installed.kind === "refused")
    return `Nothing was installed.\n${installed.problems.map((problem) => `  - ${problem}\n`).join("")}`;
  const { written, removed } = installed;
  if (written.length + removed.length === 0) return `${folder} holds it already.\n`;
  const gone = removed.map((path) => `  - ${path}\n`);
  return [`Installed into ${folder}:\n`, ...written.map((path) => `  + ${path}\n`), ...gone].join("");
}
