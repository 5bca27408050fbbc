import { resolve } from "node:path";
import { Command } from "commander";
import { sha256Hex } from "../../engine/digest/index.ts";
import { replaceFile } from "../../server/folders/index.ts";
import { type Locked, writeLock } from "../../server/publishing/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type FromOptions, releaseFrom } from "../input/index.ts";
import { printJson } from "../output/index.ts";
import type { Terminal } from "../terminal.ts";
import { addFromOptions, reportUnfound } from "./install.ts";

const examples = `
Examples:
  precept lock california-mtus --from /srv/guidelines --keys keys.json
  precept lock california-mtus@1.0.0 --from /srv/guidelines

Writes into \`precept.lock\` which release of a set is meant, by its digests, and the head of the log as it is now. \`precept install\` then
installs that one and no other, and refuses a log that was rewritten since.
`;

export function lockCommand({ terminal, finish }: CommandContext): Command {
  const command = new Command("lock")
    .description("Keeps which release of a set is meant, for everybody who installs it")
    .argument("<release>", "a .tgz file, or a set: NAME, NAME@VERSION or NAME@sha256:DIGEST");
  return addFromOptions(command)
    .addHelpText("after", examples)
    .action(async (what: string, options: FromOptions & { json?: true }) =>
      finish(await lock(terminal, what, options)),
    );
}

async function lock(terminal: Terminal, what: string, options: FromOptions & { json?: true }): Promise<ExitCode> {
  const from = await releaseFrom(terminal, what, options, true);
  const told = reportUnfound(terminal, what, from, options.json === true);
  if (told !== null || from.kind !== "found" || from.found.release === null) return told ?? exit.verification;
  const { manifest, digest, bytes } = from.found.release;
  const head = from.trust.log?.head ?? from.found.attestation?.log.head ?? null;
  const about = { set: manifest.set, version: manifest.version, digest, payload: sha256Hex(bytes) };
  const locked: Locked = { ...about, head, lockedAt: new Date().toISOString() };
  await replaceFile(resolve(terminal.folder, options.lock), new TextEncoder().encode(writeLock(from.locks, locked)));
  if (options.json) printJson(terminal, { locked: true, ...locked });
  else terminal.out(`${locked.set} ${locked.version} is locked in ${options.lock}: ${digest}\n`);
  return exit.fine;
}
