import { Argument, Command, Option } from "commander";
import { asJwks, type KeyRecord, type KeyRevocation } from "../../engine/attestation/index.ts";
import {
  changeKeys,
  createKey,
  type KeysChanged,
  type KeyWish,
  revokeKey,
  rotateKeys,
  type Shelf,
  workspaceKeySet,
} from "../../server/publishing/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath, readDate } from "../input/index.ts";
import { palette, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept keys list guidelines
  precept keys jwks guidelines > keys.json                  what others need to verify releases
  precept keys rotate guidelines                            another key signs from now on
  precept keys revoke guidelines --kid KEY --because compromised

A workspace is the folder whose folders are guideline sets; its keys are in \`.precept/keys\`, for this account only. The first key is made
when something is first published. What a superseded key signed still counts; of a compromised one only what a log held before.
`;

const actions = ["list", "jwks", "create", "rotate", "revoke"] as const;

interface KeysOptions {
  readonly kid?: string;
  readonly because?: KeyRevocation["because"];
  readonly until?: string;
  readonly json?: true;
}

export function keysCommand({ terminal, finish }: CommandContext): Command {
  return new Command("keys")
    .description("The keys that sign releases: lists, makes, rotates and revokes them")
    .addArgument(new Argument("<action>", "what to do").choices(actions))
    .argument("[workspace]", "the folder whose folders are guideline sets", ".")
    .option("--kid <key>", "which key to revoke")
    .addOption(new Option("--because <why>", "why it is revoked").choices(["superseded", "compromised"]))
    .option("--until <date>", "the last day on which a new key may sign (default: two years from now)", readDate)
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (action: (typeof actions)[number], workspace: string, options: KeysOptions) =>
      finish(await keys(terminal, action, workspace, options)),
    );
}

async function keys(
  terminal: Terminal,
  action: (typeof actions)[number],
  given: string,
  options: KeysOptions,
): Promise<ExitCode> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return reportUsage(terminal, [found.problem]);
  if (found.kind === "file") return reportUsage(terminal, [{ message: `\`${given}\` is a file, not a workspace.` }]);
  if (action === "list" || action === "jwks") return show(terminal, found.path, action, options);
  const change = changeFor(action, options);
  if (change === null) {
    const hint = "Give `--kid` and `--because superseded` or `--because compromised`.";
    return reportUsage(terminal, [{ message: "Revoking needs to know which key, and why.", hint }]);
  }
  const now = new Date();
  return tell(terminal, await changeKeys(found.path, now, (shelf) => change(shelf, wishOf(now, options))), options);
}

async function show(
  terminal: Terminal,
  workspace: string,
  action: "list" | "jwks",
  { json }: KeysOptions,
): Promise<ExitCode> {
  const read = await workspaceKeySet(workspace);
  if (!read.ok) return reportUsage(terminal, [{ message: read.problem }]);
  if (action === "jwks") terminal.out(`${JSON.stringify(asJwks(read.value), null, 2)}\n`);
  else if (json) printJson(terminal, { keys: read.value });
  else
    terminal.out(
      read.value.length === 0 ? "There is no key yet.\n" : read.value.map((key) => draw(key, terminal)).join(""),
    );
  return exit.fine;
}

type Change = (shelf: Shelf, wish: KeyWish) => Promise<KeysChanged>;

function changeFor(action: "create" | "rotate" | "revoke", { kid, because }: KeysOptions): Change | null {
  if (action === "create") return createKey;
  if (action === "rotate") return rotateKeys;
  return kid === undefined || because === undefined ? null : (shelf, wish) => revokeKey(shelf, kid, because, wish);
}

function wishOf(now: Date, { until }: KeysOptions): KeyWish {
  return until === undefined ? { now } : { now, notAfter: `${until}T23:59:59.999Z` };
}

function tell(terminal: Terminal, changed: KeysChanged, { json }: KeysOptions): ExitCode {
  if (changed.kind === "refused") {
    if (json) printJson(terminal, { changed: false, reason: changed.detail });
    else terminal.err(`${changed.detail}\n`);
    return exit.findings;
  }
  if (json) printJson(terminal, { changed: true, keys: changed.keys });
  else terminal.out(changed.keys.map((key) => draw(key, terminal)).join(""));
  return exit.fine;
}

function draw({ kid, created, notAfter, revoked }: KeyRecord, terminal: Terminal): string {
  const { good, bad } = palette(terminal.colour);
  const until = notAfter === null ? "" : `, until ${notAfter}`;
  if (revoked !== null) return `${bad("✗")} ${kid}  made ${created}, revoked ${revoked.at}: ${revoked.because}\n`;
  return `${good("✓")} ${kid}  made ${created}${until}\n`;
}
