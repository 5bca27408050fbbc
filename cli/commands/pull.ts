import { mkdir, readdir, realpath } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { Command } from "commander";
import { setFolderProblem } from "../../engine/release/index.ts";
import type { Result, SetFolder } from "../../server/folders/index.ts";
import {
  differingFiles,
  type PullDone,
  type PulledRecord,
  pullInto,
  readPulled,
  theirsIn,
  unfitPull,
  unsettled,
  writePulled,
} from "../../server/folders/pulled/index.ts";
import { type Pulled, pulledSchema } from "../../server/protocol/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit, type UsageProblem } from "../exit.ts";
import { counted, palette, printJson } from "../output/index.ts";
import { ask, earlierTexts, type Remote, remoteOf, reportUnanswered } from "../remote/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept pull california-mtus                          into the folder california-mtus
  precept pull california-mtus ~/work --server http://127.0.0.1:4180

What you changed in the folder is never replaced. A file that was changed on both sides keeps your text; the server's is put
beside it as NAME.theirs, so that both can be read and no work stops. Take from it what belongs into yours, delete it, and
push. The server is --server, else PRECEPT_SERVER, else where the folder came from. With accounts, PRECEPT_TOKEN holds a token,
which goes only to a server that --server or PRECEPT_SERVER names.
`;

interface PullOptions {
  readonly server?: string;
  readonly json?: true;
}

export function pullCommand({ terminal, finish }: CommandContext): Command {
  return new Command("pull")
    .description("Brings the draft of a guideline set from a server into a folder")
    .argument("<set>", "the name of a guideline set on the server")
    .argument("[folder]", "where to put it (default: a folder of the set's name)")
    .option("--server <url>", "the address of the server")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (set: string, folder: string | undefined, options: PullOptions) =>
      finish(await pull(terminal, set, folder, options)),
    );
}

async function pull(terminal: Terminal, set: string, given: string | undefined, options: PullOptions) {
  const name = setFolderProblem(set);
  if (name !== null) return reportUsage(terminal, [{ message: `The name of a guideline set ${name}.` }]);
  const folder = resolve(terminal.folder, given ?? set);
  const before = await pulledBefore(folder, set);
  if (!before.ok) return reportUsage(terminal, [before.refusal]);
  const found = remoteOf(terminal, options.server, before.value?.server ?? null);
  if ("problem" in found) return reportUsage(terminal, [found.problem]);
  const answer = await ask(found.remote, `/api/sets/${encodeURIComponent(set)}/pull`);
  if (answer.kind !== "answered") return reportUnanswered(terminal, answer);
  const pulled = pulledSchema.safeParse(answer.body);
  const unfit = pulled.success ? unfitPull(pulled.data) : "It is not as `precept serve` answers.";
  if (!pulled.success || unfit !== null || pulled.data.set !== set) {
    const why = unfit ?? "It is another guideline set.";
    return reportUsage(terminal, [{ message: `What ${found.remote.url} sent is not used. ${why}` }]);
  }
  return fill(terminal, folder, { pulled: pulled.data, before: before.value, remote: found.remote }, options);
}

interface Filling {
  readonly pulled: Pulled;
  readonly before: PulledRecord | null;
  readonly remote: Remote;
}

/** What the folder was filled with; refused where filling it could mix two things. */
async function pulledBefore(folder: string, set: string): Promise<Result<PulledRecord | null, UsageProblem>> {
  const names = await readdir(folder).catch((): string[] => []);
  const before = await readPulled(folder);
  if (!before.ok) return usage(before.refusal.detail);
  if (before.value !== null && before.value.set !== set)
    return usage(`\`${folder}\` holds \`${before.value.set}\`.`, "Name another folder.");
  const isOther = before.value === null && names.length > 0 && !names.includes("set.yaml");
  if (isOther) return usage(`\`${folder}\` holds other things.`, "Name an empty folder, or one that is not there yet.");
  const [open] = names.length === 0 ? [] : await theirsIn({ name: set, folder });
  return open === undefined ? before : usage(unsettled(open));
}

function usage(message: string, hint?: string): Result<never, UsageProblem> {
  return { ok: false, refusal: { message, ...(hint === undefined ? {} : { hint }) } };
}

async function fill(terminal: Terminal, folder: string, filling: Filling, { json }: PullOptions): Promise<ExitCode> {
  const { pulled, before, remote } = filling;
  await mkdir(folder, { recursive: true });
  const set: SetFolder = { name: pulled.set, folder: await realpath(folder) };
  // A folder that was never pulled into may hold what the draft began with.
  const base = before?.files ?? (await earlierTexts(remote, set.name, await differingFiles(set, pulled)));
  const filled = await pullInto(set, pulled, base);
  if (!filled.ok) return reportUsage(terminal, [{ message: filled.refusal.detail, hint: "Pull again." }]);
  const record = { set: set.name, server: remote.url, revision: pulled.revision, files: filled.value.base };
  const written = await writePulled(set.folder, record);
  if (!written.ok) return reportUsage(terminal, [{ message: written.refusal.detail }]);
  const { base: _, ...told } = filled.value;
  if (json) printJson(terminal, { set: set.name, revision: pulled.revision, ...told, unread: pulled.unread });
  else print(terminal, folder, pulled, told);
  return told.conflicts.length === 0 ? exit.fine : exit.findings;
}

function print(terminal: Terminal, folder: string, pulled: Pulled, done: Omit<PullDone, "base">): void {
  const { good, bad, strong } = palette(terminal.colour);
  const settled = done.conflicts.length === 0;
  const shown = relative(terminal.folder, folder) || ".";
  terminal.out(
    `${settled ? good("✓") : bad("✗")} ${strong(pulled.set)} at revision ${pulled.revision} in ${shown}: ` +
      `${counted(done.written.length, "file")} written, ${done.removed.length} removed\n`,
  );
  for (const path of done.kept) terminal.out(`  ${path}: changed by you, left as it is\n`);
  for (const path of done.removedThere)
    terminal.out(`  ${path}: removed on the server, changed by you; a push brings it back, deleting it agrees\n`);
  for (const { path, why } of pulled.unread) terminal.out(`  ${path}: not brought. ${why}\n`);
  for (const path of done.conflicts)
    terminal.out(`  ${bad(path)}: changed on both sides; the server's text is in ${join(shown, `${path}.theirs`)}\n`);
}
