import { resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import type { AnchoredAudit } from "../../server/publishing/index.ts";
import type { AuditEntry, Database } from "../../server/store/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { secretFile, storePlace, type StoreOptions, withStore } from "../input/index.ts";
import { printJson } from "../output/index.ts";
import { shippedGuidelines } from "../serving.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept audit --guidelines ~/guidelines        the last hundred entries
  precept audit --set california-mtus --before 412
  precept audit accept-clock                     after an entry of a clock that was ahead: signing goes on
  precept audit --verify                         whether it is whole, and up to where it cannot have been rewritten

Whenever a release or a key is added to the signed log of releases, that log is told the hash of the last entry here: who could write to
the database, and rewrote all of this, could not sign that. Note the hash that --verify prints somewhere else, for what came after.
`;

interface AuditOptions extends StoreOptions {
  readonly verify?: true;
  readonly set?: string;
  readonly before?: number;
  readonly json?: true;
}

const PAGE = 100;

export function auditCommand({ terminal, finish }: CommandContext): Command {
  const acceptClock = new Command("accept-clock")
    .description("Says that the clock is right and the last entry was not, so that signing goes on")
    .option("--guidelines <folder>", "the folder of guideline sets that is served")
    .option("--data <folder>", "where the server keeps what it keeps")
    .action(async (_: unknown, command: Command) => {
      const where = { guidelines: shippedGuidelines, ...command.optsWithGlobals<StoreOptions>() };
      const work = (database: Database) => accept(terminal, database);
      finish(await withStore(terminal, where, work, () => "Accept it there, on the page Audit."));
    });
  return new Command("audit")
    .description("Lists what was done, by whom and when, or verifies that nothing of it was changed")
    .option("--verify", "walk the chain of hashes from its first entry, and hold it against the signed log")
    .option("--set <name>", "only entries about this guideline set")
    .option("--before <number>", "only entries before this one", readNumber)
    .option("--guidelines <folder>", "the folder of guideline sets that is served")
    .option("--data <folder>", "where the server keeps what it keeps")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .addCommand(acceptClock)
    .action(async (options: AuditOptions) => {
      const asked = options.verify ? "/api/audit/verification" : "/api/audit";
      const where = { guidelines: shippedGuidelines, ...options };
      const work = (database: Database) =>
        options.verify ? verify(terminal, database, where) : list(terminal, database, options);
      finish(await withStore(terminal, where, work, (url) => `Ask it: ${url}${asked}`));
    });
}

async function accept(terminal: Terminal, database: Database): Promise<ExitCode> {
  const { acceptClock } = await import("../../server/store/index.ts");
  const now = new Date();
  const accepted = await acceptClock(database, { actor: "command line" }, now);
  if (accepted) terminal.out(`Accepted: the log goes on from ${now.toISOString()}. This is an entry of it.\n`);
  else terminal.out("The clock is not behind the last entry: nothing is to be accepted.\n");
  return exit.fine;
}

async function list(terminal: Terminal, database: Database, { set, before, json }: AuditOptions): Promise<ExitCode> {
  const { readAudit } = await import("../../server/store/index.ts");
  const wanted = { limit: PAGE, ...(set === undefined ? {} : { set }), ...(before === undefined ? {} : { before }) };
  const page = await readAudit(database, wanted);
  if (json) printJson(terminal, { ...page });
  else for (const line of await linesOf(database, page.entries)) terminal.out(`${line}\n`);
  if (!json && page.before !== null) terminal.err(`There is more: --before ${page.before}\n`);
  return exit.fine;
}

/** What is done to a change is told with what it is called, beside its number. */
async function linesOf(database: Database, entries: readonly AuditEntry[]): Promise<readonly string[]> {
  const { changeOf, changesNamed } = await import("../../server/reviews/index.ts");
  const changes = new Map((await changesNamed(database, entries)).map((change) => [change.id, change]));
  return entries.map((entry) => {
    const change = changes.get(changeOf(entry) ?? 0);
    return lineOf(entry, change === undefined ? "" : ` “${change.title}” of ${change.set}`);
  });
}

function lineOf({ seq, at, actor, action, subject, detail }: AuditEntry, called: string): string {
  // A name may hold a line end, which would read as an entry of its own.
  const what = `${subject}${called}`.replaceAll(/\s/g, " ");
  return [seq, at, actor, action, what, JSON.stringify(detail)].join("  ");
}

type Where = AuditOptions & { readonly guidelines: string };

async function verify(terminal: Terminal, database: Database, { json, data, guidelines }: Where): Promise<ExitCode> {
  const { keySecret, readSecret, verifyAnchoredAudit } = await import("../../server/publishing/index.ts");
  const file = secretFile(storePlace(terminal, data, guidelines), resolve(terminal.folder, guidelines));
  const secret = terminal.environment["PRECEPT_KEY_SECRET"] ?? (await readSecret(file));
  const verified = await verifyAnchoredAudit(database, secret === null ? null : keySecret(secret));
  if (json) printJson(terminal, { ...verified });
  else terminal.out(`${verifiedInWords(verified)}\n`);
  return verified.kind === "whole" ? exit.fine : exit.verification;
}

function verifiedInWords(verified: AnchoredAudit): string {
  switch (verified.kind) {
    case "whole":
      return `${entries(verified.entries)}, whole. ${verified.head}\n${anchorInWords(verified.anchored?.seq)}`;
    case "unproved":
      return `${entries(verified.entries)}, and nothing shows that they were not rewritten. ${verified.problem}`;
    case "rewritten":
      return `Rewritten. ${verified.problem}`;
    case "broken":
      return `Broken at entry ${verified.seq}. ${verified.problem}`;
  }
}

const entries = (count: number) => (count === 1 ? "1 entry" : `${count} entries`);

function anchorInWords(seq: number | undefined): string {
  return seq === undefined
    ? "The signed log of releases holds none of them yet."
    : `The signed log of releases holds them up to entry ${seq}: nothing up to there was rewritten.`;
}

function readNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < 1) throw new InvalidArgumentError("An entry has a number from 1.");
  return number;
}
