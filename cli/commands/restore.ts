import { Command } from "commander";
import type { Restored } from "../../server/store/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath, readTrust, type StoreOptions, withStore } from "../input/index.ts";
import { counted, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import { shippedGuidelines } from "../serving.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept restore monday.backup --guidelines ~/guidelines
  DATABASE_URL=postgres://... precept restore monday.backup      into PostgreSQL, wherever it was made

All of it is restored or nothing. A store that is not empty is left alone, unless --replace, and one whose signed log of releases is
not all in the backup, unless --even-if-older. Stop the server first.
`;

interface RestoreOptions extends StoreOptions {
  readonly replace?: true;
  readonly evenIfOlder?: true;
  readonly head?: string;
  readonly json?: true;
}

export function restoreCommand({ terminal, finish }: CommandContext): Command {
  return new Command("restore")
    .description("Puts a backup into an empty store")
    .argument("<file>", "what precept backup made")
    .option("--replace", "in the place of everything the store holds")
    .option("--even-if-older", "also where the log of releases would be forked by it")
    .option("--head <file>", "a head of the log that was kept, which the backup's has to hold")
    .option("--guidelines <folder>", "the folder of guideline sets that is served")
    .option("--data <folder>", "where the server keeps what it keeps")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (file: string, options: RestoreOptions) => finish(await restore(terminal, file, options)));
}

async function restore(terminal: Terminal, given: string, options: RestoreOptions): Promise<ExitCode> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return reportUsage(terminal, [found.problem]);
  if (found.kind === "folder") return reportUsage(terminal, [{ message: `\`${given}\` is a folder, not a backup.` }]);
  const trust = await readTrust(terminal, options.head === undefined ? {} : { head: options.head }, null);
  if (trust.kind === "usage") return reportUsage(terminal, [trust.problem]);
  if (trust.kind === "unreadable") return reportUsage(terminal, [{ message: trust.problem }]);
  const { restoreBackup } = await import("../../server/store/index.ts");
  return withStore(
    terminal,
    { guidelines: shippedGuidelines, ...options },
    async (database) => {
      const { replace = false, evenIfOlder = false } = options;
      const how = { replace, evenIfOlder, pinned: trust.pinned, now: new Date() };
      return reportRestored(terminal, await restoreBackup(database, found.path, how), options.json);
    },
    () => "Stop it first.",
  );
}

function reportRestored(terminal: Terminal, restored: Restored, json: true | undefined): ExitCode {
  if (json) printJson(terminal, { ...restored });
  if (restored.kind === "refused") {
    terminal.err(`precept: ${restored.detail}\n`);
    return exit.findings;
  }
  const { rows, at, audit, remarks } = restored;
  if (!json) terminal.out(`Restored ${counted(rows, "row")} as they were at ${at}.\n`);
  for (const remark of json ? [] : remarks) terminal.err(`${remark}\n`);
  if (audit.kind === "whole") return exit.fine;
  terminal.err(`The audit log of this backup was broken before it was made. ${audit.problem}\n`);
  return exit.verification;
}
