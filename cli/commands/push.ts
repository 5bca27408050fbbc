import { basename, relative } from "node:path";
import { Command } from "commander";
import { etagOf, type SetFolder, setFolderAt } from "../../server/folders/index.ts";
import { changesIn, type PulledRecord, readPulled, writePulled } from "../../server/folders/pulled/index.ts";
import { conflictsSchema, pushedSchema, type PushRequest } from "../../server/protocol/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath } from "../input/index.ts";
import { counted, palette, printJson } from "../output/index.ts";
import { type Answer, ask, remoteOf, reportUnanswered } from "../remote/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept push california-mtus
  precept push california-mtus --note "Six weeks, as of the 2026 edition"

All of it is taken in, or nothing: nothing when a file was changed on the server since you pulled it. Pull then, and the
server's text is put beside yours. There is no way to push over what somebody else wrote. A set that the server does not have
is made. The server is --server, else PRECEPT_SERVER, else where the folder came from; PRECEPT_TOKEN holds a token,
which goes only to a server that --server or PRECEPT_SERVER names.
`;

interface PushOptions {
  readonly server?: string;
  readonly note?: string;
  readonly json?: true;
}

export function pushCommand({ terminal, finish }: CommandContext): Command {
  return new Command("push")
    .description("Takes what was changed in a folder into the draft of the guideline set on a server")
    .argument("<folder>", "a guideline set")
    .option("--server <url>", "the address of the server")
    .option("--note <text>", "what the history says of it")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (folder: string, options: PushOptions) => finish(await push(terminal, folder, options)));
}

async function push(terminal: Terminal, given: string, options: PushOptions): Promise<ExitCode> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return reportUsage(terminal, [found.problem]);
  const set = await setFolderAt(found.path);
  if (!set.ok) return reportUsage(terminal, [{ message: set.refusal.detail }]);
  const before = await readPulled(set.value.folder);
  if (!before.ok) return reportUsage(terminal, [{ message: before.refusal.detail }]);
  const changes = await changesIn(set.value, before.value?.files ?? new Map());
  if (!changes.ok) return reportUsage(terminal, [{ message: changes.refusal.detail }]);
  const { files, removed } = changes.value;
  if (before.value !== null && files.length + removed.length === 0) {
    if (options.json)
      printJson(terminal, { set: before.value.set, revision: before.value.revision, pushed: [], removed: [] });
    else terminal.out("Nothing changed in the folder since it was pulled.\n");
    return exit.fine;
  }
  const request = { base: before.value?.revision ?? null, files, removed, note: options.note ?? "" };
  return send(terminal, set.value, before.value, request, options);
}

async function send(
  terminal: Terminal,
  set: SetFolder,
  before: PulledRecord | null,
  request: PushRequest,
  options: PushOptions,
): Promise<ExitCode> {
  const found = remoteOf(terminal, options.server, before?.server ?? null);
  if ("problem" in found) return reportUsage(terminal, [found.problem]);
  const { url } = found.remote;
  const name = before?.set ?? basename(set.folder);
  const answer = await ask(found.remote, `/api/sets/${encodeURIComponent(name)}/push`, request);
  if (answer.kind === "refused" && answer.status === 412) {
    const into = relative(terminal.folder, set.folder) || ".";
    return reportConflicts(terminal, answer, `precept pull ${name} ${into}`, options);
  }
  if (answer.kind === "refused" && answer.status === 404 && before !== null) {
    const hint = "To make it there, delete `.precept/pulled.json` in the folder.";
    return reportUsage(terminal, [{ message: answer.detail, hint }]);
  }
  if (answer.kind !== "answered") return reportUnanswered(terminal, answer);
  const pushed = pushedSchema.safeParse(answer.body);
  if (!pushed.success)
    return reportUsage(terminal, [{ message: `What ${url} answered is not as \`precept serve\` does.` }]);
  const { revision } = pushed.data;
  const written = await writePulled(set.folder, {
    set: name,
    server: url,
    revision,
    files: filesAfter(before, request),
  });
  if (!written.ok) return reportUsage(terminal, [{ message: written.refusal.detail }]);
  const told = {
    set: name,
    revision,
    pushed: request.files.map(({ path }) => path),
    removed: request.removed.map(({ path }) => path),
  };
  if (options.json) printJson(terminal, told);
  else print(terminal, set, told);
  return exit.fine;
}

function filesAfter(before: PulledRecord | null, { files, removed }: PushRequest): ReadonlyMap<string, string> {
  const after = new Map(before?.files);
  for (const { path } of removed) after.delete(path);
  for (const { path, text } of files) after.set(path, etagOf(text).slice(1, -1));
  return after;
}

interface Told {
  readonly set: string;
  readonly revision: number;
  readonly pushed: readonly string[];
  readonly removed: readonly string[];
}

function print(terminal: Terminal, { folder }: SetFolder, { set, revision, pushed, removed }: Told): void {
  const { good, strong } = palette(terminal.colour);
  const what = `${counted(pushed.length, "file")} taken in, ${removed.length} removed`;
  const shown = relative(terminal.folder, folder) || ".";
  terminal.out(`${good("✓")} ${strong(set)} at revision ${revision}, from ${shown}: ${what}\n`);
}

/** Both texts of each file are in `--json`; for people, where they are told apart is the folder, once it was pulled again. */
function reportConflicts(
  terminal: Terminal,
  answer: Extract<Answer, { kind: "refused" }>,
  pull: string,
  { json }: PushOptions,
): ExitCode {
  const read = conflictsSchema.safeParse(answer.body);
  const conflicts = read.success ? read.data.conflicts : [];
  if (json) printJson(terminal, { pushed: null, conflicts });
  terminal.err(`precept: ${answer.detail}\n`);
  for (const { path, mine, theirs } of conflicts) terminal.err(`  ${path}${sides(mine, theirs)}\n`);
  terminal.err(`Run \`${pull}\`: it puts the server's text beside yours.\n`);
  return exit.findings;
}

function sides(mine: string | null, theirs: unknown): string {
  if (theirs === null) return ": removed on the server";
  return mine === null ? ": removed by you, changed on the server" : "";
}
