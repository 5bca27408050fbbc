import { join, resolve } from "node:path";
import { Command } from "commander";
import { type Check, encodePin, type Leaf, type ReleaseLog, verifyLog } from "../../engine/attestation/index.ts";
import { replaceFile } from "../../server/folders/index.ts";
import { LOG_FILE } from "../../server/publishing/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath, readTrust, type TrustOptions } from "../input/index.ts";
import { drawCheck, palette, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept log guidelines/california-mtus
  precept log guidelines/california-mtus --keys keys.json --pin head.json
  precept log guidelines/california-mtus --keys keys.json --head head.json

Every release, retirement and key is an entry of a log that is only added to (a Merkle tree, RFC 6962). Its head is signed. Whoever keeps
a head sees whether the log was rewritten since. It exits with 4 when it was, or is not what was signed.
`;

interface LogOptions extends Omit<TrustOptions, "log"> {
  readonly json?: true;
}

export function logCommand({ terminal, finish }: CommandContext): Command {
  return new Command("log")
    .description("Shows the log of releases, and whether it only grew")
    .argument("<path>", "a guideline set, a folder of releases, or a log.json")
    .option("--keys <file>", "the public keys you trust, as a JWKS")
    .option("--head <file>", "a head of the log that you kept")
    .option("--pin <file>", "keep the head in this file; it must have grown out of the one that is there")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (path: string, options: LogOptions) => finish(await log(terminal, path, options)));
}

async function log(terminal: Terminal, given: string, options: LogOptions): Promise<ExitCode> {
  const path = await logAt(terminal, given);
  if (path === null) return reportUsage(terminal, [{ message: `There is no log at \`${given}\`.` }]);
  const trust = await readTrust(terminal, { ...options, log: path }, null);
  if (trust.kind === "usage") return reportUsage(terminal, [trust.problem]);
  if (trust.kind === "unreadable" || trust.log === null) {
    terminal.err(`${trust.kind === "unreadable" ? trust.problem : "There is no log."}\n`);
    return exit.verification;
  }
  const checks = await verifyLog(trust.log, trust.keys, trust.pinned);
  const isFine = checks.every(({ state }) => state !== "failed");
  if (isFine && options.pin !== undefined)
    await replaceFile(resolve(terminal.folder, options.pin), encodePin(trust.log.head, new Date().toISOString()));
  print(terminal, trust.log, checks, options);
  return isFine ? exit.fine : exit.verification;
}

async function logAt(terminal: Terminal, given: string): Promise<string | null> {
  for (const path of [given, join(given, LOG_FILE), join(given, "releases", LOG_FILE)])
    if ((await findPath(terminal.folder, path)).kind === "file") return resolve(terminal.folder, path);
  return null;
}

function print(
  terminal: Terminal,
  { entries, head }: ReleaseLog,
  checks: readonly Check[],
  { json }: LogOptions,
): void {
  const verified = checks.every(({ state }) => state !== "failed");
  if (json) return printJson(terminal, { verified, head, checks, entries });
  const colours = palette(terminal.colour);
  const lines = entries.map((leaf, at) => `${String(at + 1).padStart(4)}  ${inWords(leaf)}\n`);
  const signed = `${head.size} entries, head ${head.root}, signed ${head.at}\n`;
  terminal.out([...lines, signed, ...checks.map((check) => drawCheck(check, colours))].join(""));
}

function inWords(leaf: Leaf): string {
  switch (leaf.type) {
    case "log":
      return `log ${leaf.id}, begun ${leaf.at}`;
    case "release":
      return `release ${leaf.set} ${leaf.version}, in force from ${leaf.from}, ${leaf.content}`;
    case "retirement":
      return `${leaf.set} ${leaf.version} retired by ${leaf.name}, in force until ${leaf.to}: ${leaf.reason}`;
    case "audit":
      return `audit log up to its entry ${leaf.seq}, ${leaf.hash}`;
    case "key": {
      const { kid, created, revoked } = leaf.key;
      return revoked === null ? `key ${kid}, made ${created}` : `key ${kid} revoked ${revoked.at}: ${revoked.because}`;
    }
  }
}
