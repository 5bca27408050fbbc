import { rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type StoreOptions, withStore } from "../input/index.ts";
import { printJson } from "../output/index.ts";
import {
  type Answer,
  download,
  enter,
  type Login,
  loginOf,
  type Remote,
  remoteOf,
  reportUnanswered,
} from "../remote/index.ts";
import { reportUsage } from "../report.ts";
import { shippedGuidelines } from "../serving.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept backup monday.backup --guidelines ~/guidelines
  precept backup monday.backup --server http://127.0.0.1:4180    while a server runs on a store in a folder
  DATABASE_URL=postgres://... precept backup monday.backup
  PRECEPT_PASSWORD=... precept backup monday.backup --server https://precept.example --email ann@precept.example

The file holds everything the store keeps, with hashes of passwords and sealed keys: keep it as you keep those. The secret
that opens sealed keys and cases is not in it. From a server with accounts an admin gets it who shows who they are: a token
is not enough.
`;

interface BackupOptions extends StoreOptions {
  readonly server?: string;
  readonly email?: string;
  readonly json?: true;
}

export function backupCommand({ terminal, finish }: CommandContext): Command {
  return new Command("backup")
    .description("Writes everything the store keeps to one file")
    .argument("<file>", "the file to make; one that is there is not replaced")
    .option("--server <url>", "ask a running server for it")
    .option("--email <email>", "with --server: of an admin; the password is read from PRECEPT_PASSWORD")
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
  if (options.server !== undefined) return fromServer(terminal, file, { ...options, server: options.server });
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
  { server, email, json }: BackupOptions & { readonly server: string },
): Promise<ExitCode> {
  const found = remoteOf(terminal, server, null);
  if ("problem" in found) return reportUsage(terminal, [found.problem]);
  const named = loginOf(terminal, found.remote, email);
  if ("problem" in named) return reportUsage(terminal, [named.problem]);
  const draft = `${file}.part`;
  const answer = await fetchBackup(found.remote, named.login, draft);
  if (answer.kind === "refused" && answer.status === 401)
    return reportUsage(terminal, [{ message: answer.detail, hint: "Name an admin: --email, and PRECEPT_PASSWORD." }]);
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

async function fetchBackup(remote: Remote, login: Login | null, draft: string): Promise<Answer> {
  const entered = await enter(remote, login);
  return entered.kind === "entered" ? download(remote, "/api/backup", entered.asking, draft) : entered;
}

async function reportMade(terminal: Terminal, file: string, json: true | undefined): Promise<ExitCode> {
  const { size } = await stat(file);
  if (json) printJson(terminal, { file, bytes: size });
  else terminal.out(`${file}: ${size} bytes\n`);
  return exit.fine;
}
