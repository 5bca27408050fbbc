import { Command, Option } from "commander";
import { type Replay, recordHead, replay } from "../../server/engines/index.ts";
import { readTextFile } from "../../server/folders/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { type FoundRelease, findPath, type KeysOption, readCaseText, releaseAmong, releaseAt } from "../input/index.ts";
import { palette, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept replay jane.record.json jane.yaml --release california-mtus-1.0.0.tgz
  precept replay jane.record.json jane.yaml --releases guidelines/california-mtus/releases --keys keys.json

The case is determined again with the engine in the release that the record names, in a process that reaches no network, file or other
process. The record must come out byte for byte; else it exits with 4 and says what differs. With --keys the release has to be signed
with one of them; without, it says that nobody is known to have signed it.
`;

interface ReplayOptions extends KeysOption {
  readonly release?: string;
  readonly releases?: string;
  readonly json?: true;
}

export function replayCommand({ terminal, finish }: CommandContext): Command {
  return new Command("replay")
    .description("Makes the record of a determination again, with the release it was made with")
    .argument("<record>", "a record that `precept determine --record` or the server made")
    .argument("<case>", "the case it is of, or - for standard input")
    .option("--release <file>", "the release")
    .addOption(new Option("--releases <folder>", "a folder with the release").conflicts("release"))
    .option("--keys <file>", "the keys that are trusted: a JWKS")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (record: string, given: string, options: ReplayOptions) =>
      finish(await replayRecord(terminal, record, given, options)),
    );
}

async function replayRecord(
  terminal: Terminal,
  given: string,
  givenCase: string,
  options: ReplayOptions,
): Promise<ExitCode> {
  const record = await readRecord(terminal, given);
  if (record.text === null) return reportUsage(terminal, [{ message: record.problem }]);
  const head = recordHead(record.text);
  if (head === null) return reportUsage(terminal, [{ message: `\`${given}\` is no record of a determination.` }]);
  const of = await readCaseText(terminal, givenCase);
  if ("message" in of) return reportUsage(terminal, [of]);
  const found = await findRelease(terminal, head.digest, options);
  if (found.ok === "usage") return reportUsage(terminal, [found.problem]);
  const { set, version, digest } = head;
  const replayed: Replay = found.ok
    ? await replay(found, { record: record.text, caseText: of.text })
    : { kind: "not possible", problem: `The release is not to be trusted. ${found.reasons.join(" ")}` };
  const verified = found.ok && found.verified;
  if (found.ok && found.remark !== null) terminal.err(`${found.remark}\n`);
  if (options.json) printReplayJson(terminal, { set, version, digest, verified }, replayed);
  else printReplay(terminal, `${set} ${version ?? "as it stood"}`, replayed);
  return replayed.kind === "identical" ? exit.fine : exit.verification;
}

async function readRecord(terminal: Terminal, given: string): ReturnType<typeof readTextFile> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { text: null, problem: found.problem.message };
  return readTextFile(found.path);
}

async function findRelease(terminal: Terminal, digest: string, options: ReplayOptions): Promise<FoundRelease> {
  if (options.release !== undefined) return releaseAt(terminal, options.release, options);
  if (options.releases !== undefined) return releaseAmong(terminal, options.releases, digest, options);
  const hint = "Name the release with `--release FILE`, or a folder of them with `--releases FOLDER`.";
  return { ok: "usage", problem: { message: "A record is made again with the release it was made with.", hint } };
}

function printReplayJson(terminal: Terminal, of: object, replayed: Replay): void {
  const identical = replayed.kind === "identical";
  const differences = replayed.kind === "different" ? replayed.differences : [];
  const problem = replayed.kind === "not possible" ? { problem: replayed.problem } : {};
  printJson(terminal, { identical, ...of, differences, ...problem });
}

function printReplay(terminal: Terminal, release: string, replayed: Replay): void {
  const colours = palette(terminal.colour);
  if (replayed.kind === "identical") {
    terminal.out(`${colours.good("✓")} ${colours.strong(release)} makes the same record, byte for byte.\n`);
    return;
  }
  if (replayed.kind === "not possible") {
    terminal.out(`${colours.bad("✗")} It was not made again. ${replayed.problem}\n`);
    return;
  }
  terminal.out(`${colours.bad("✗")} ${colours.strong(release)} makes another record.\n`);
  for (const difference of replayed.differences) terminal.out(`  ${difference}\n`);
}
