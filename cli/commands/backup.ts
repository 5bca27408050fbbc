import { rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type StoreOptions, withStore } from "../input/index.ts";
import { printJson } from "../output/index.ts";
import { download, remoteOf, reportUnanswered } from "../remote/index.ts";
import { reportUsage } from "../report.ts";
import { shippedGuidelines } from "../serving.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept backup monday.backup --guidelines ~/guidelines
  precept backup monday.backup --server http://127.0.0.1:4180    while a server runs on a store in a folder
  DATABASE_URL=postgres://... precept backup monday.backup

The file holds everything the store keeps, with hashes of passwords and sealed keys: keep it as you keep those. The secret
that opens sealed keys and cases is not in it.
`;

interface BackupOptions extends StoreOptions {
  readonly server?: string;
  readonly json?: true;
}

export function backupCommand({ terminal, finish }: CommandContext): Command {
  return new Command("backup")
    .description("Writes everything the store keeps to one file")
    .argument("<file>", "the file to make; one that is there is not replaced")
    .option("--server <url>", "ask a running server for it")
    .option("--guidelines <folder>", "the folder of guideline sets that is served")
    .option("--data <folder>", "where the server keeps what it keeps")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (file: string, options: BackupOptions) => finish(await backup(terminal, file, options)));
}

async function backup(terminal: Terminal, given: string, options: BackupOptions): Promise<ExitCode> {
  const file = resolve(terminal.folder, given);
  if ((await stat(file).catch(() => null)) !== null)
    return reportUsage(terminal, [{ message: `\`${given}\` is there already, and is not replaced.` }]);
  if (options.server !== undefined) return fromServer(terminal, file, { server: options.server, json: options.json });
  const { writeBackup } = await import("../../server/store/index.ts");
  return withStore(
    terminal,
    { guidelines: shippedGuidelines, ...options },
    async (database) => {
      await writeBackup(database, file, new Date());
      return reportMade(terminal, file, options.json);
    },
    (url) => `Ask it: precept backup ${given} --server ${url}`,
  );
}

async function fromServer(
  terminal: Terminal,
  file: string,
  { server, json }: { readonly server: string; readonly json: true | undefined },
): Promise<ExitCode> {
  const found = remoteOf(terminal, server, null);
  if ("problem" in found) return reportUsage(terminal, [found.problem]);
  const draft = `${file}.part`;
  const answer = await download(found.remote, "/api/backup", draft);
  if (answer.kind !== "answered") return reportUnanswered(terminal, answer);
  const { checkBackup } = await import("../../server/store/index.ts");
  const damage = await checkBackup(draft);
  if (damage !== null) {
    await rm(draft);
    return reportUsage(terminal, [{ message: `What the server sent is not kept. ${damage}` }]);
  }
  await rename(draft, file);
  return reportMade(terminal, file, json);
}

async function reportMade(terminal: Terminal, file: string, json: true | undefined): Promise<ExitCode> {
  const { size } = await stat(file);
  if (json) printJson(terminal, { file, bytes: size });
  else terminal.out(`${file}: ${size} bytes\n`);
  return exit.fine;
}
