import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { checkRebuilt, encodePin, type FoundOut, verifyPublished } from "../../engine/attestation/index.ts";
import { ARCHIVE_LIMIT, type EngineBundle } from "../../engine/release/index.ts";
import { engineBundle } from "../../server/engines/index.ts";
import { replaceFile } from "../../server/folders/index.ts";
import { attestationFile, rebuildInThread } from "../../server/publishing/index.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exit } from "../exit.ts";
import { findPath, readBytes, readTrust, type TrustOptions, type TrustRead } from "../input/index.ts";
import { drawVerified, palette, printJson, verifiedAsJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

const examples = `
Examples:
  precept verify california-mtus-1.0.0.tgz
  precept verify california-mtus-1.0.0.tgz --keys keys.json --pin head.json    who signed it, and keep the head of the log
  precept verify california-mtus-1.1.0.tgz --keys keys.json --head head.json   and see that the log only grew since

Nothing is asked of any network, but for keys at an address that you name. Every file must have the hash its manifest says, and
making the archive again must give the same bytes. With the public keys that you trust (a JWKS, as \`precept keys jwks\` prints it), it says who stands for the release, whether
each signature counted when it was made, and whether the release is in the log. The attestation and the log are looked for beside the
release. Without a head that you kept, a log that was rewritten is not noticed. It exits with 4 when anything is not as it was made.
`;

interface VerifyOptions extends TrustOptions {
  readonly attestation?: string;
  readonly json?: true;
}

export function verifyCommand({ terminal, finish }: CommandContext): Command {
  return new Command("verify")
    .description("Says whether a release is exactly as it was made, and who stands for it")
    .argument("<release>", "a .tgz file that `precept publish` made")
    .option("--attestation <file>", "what is signed of it (default: the file beside it)")
    .option("--keys <file>", "the public keys you trust, as a JWKS")
    .option("--head <file>", "a head of the log that you kept")
    .option("--log <file>", "the log itself (default: the file beside the release)")
    .option("--pin <file>", "keep the head of the log in this file; it must have grown out of the one that is there")
    .option("--json", "print one JSON object")
    .addHelpText("after", examples)
    .action(async (release: string, options: VerifyOptions) => finish(await verify(terminal, release, options)));
}

async function verify(terminal: Terminal, given: string, options: VerifyOptions): Promise<ExitCode> {
  const payload = await readBytes(terminal, given, ARCHIVE_LIMIT, "release");
  if ("problem" in payload) return reportUsage(terminal, [payload.problem]);
  const path = resolve(terminal.folder, given);
  const attestation = await attestationFor(terminal, path, options.attestation);
  if ("problem" in attestation) return reportUsage(terminal, [attestation.problem]);
  const trust = await readTrust(terminal, options, path);
  if (trust.kind === "usage") return reportUsage(terminal, [trust.problem]);
  const files = { payload: payload.bytes, attestation: attestation.bytes };
  const verified = trust.kind === "unreadable" ? untrusted(trust) : await verifyPublished({ ...files, ...trust });
  const found = await withRebuilt(verified, await engineBundle());
  const pinned = await pin(terminal, options, found, trust);
  if (options.json) printJson(terminal, { ...verifiedAsJson(found), ...(pinned === null ? {} : { pinned }) });
  else terminal.out(drawVerified(given, found, pinned, palette(terminal.colour)));
  return found.verdict === "refused" ? exit.verification : exit.fine;
}

type Read =
  | { readonly bytes: Uint8Array | null }
  | Extract<Awaited<ReturnType<typeof readBytes>>, { problem: unknown }>;

/** One that is named must be there; beside the release it may be missing. */
async function attestationFor(terminal: Terminal, release: string, named: string | undefined): Promise<Read> {
  const path = named ?? attestationFile(release);
  if (path === release) return { bytes: null };
  if (named === undefined && (await findPath(dirname(release), path)).kind !== "file") return { bytes: null };
  return readBytes(terminal, path, ARCHIVE_LIMIT);
}

/** Nothing rests on a file that is not what it is called. */
function untrusted({ name, problem }: Extract<TrustRead, { kind: "unreadable" }>): FoundOut {
  const checks = [{ name, state: "failed", detail: problem }] as const;
  return { verdict: "refused", checks, attestation: null, effective: null, replaced: null, release: null, files: [] };
}

/** What the release says of its set is made again where its engine is the one at hand. */
async function withRebuilt(found: FoundOut, engine: EngineBundle | null): Promise<FoundOut> {
  if (found.release === null) return found;
  const check = checkRebuilt(await rebuildInThread({ release: found.release, files: found.files }, engine));
  const verdict = check.state === "failed" ? "refused" : found.verdict;
  return { ...found, verdict, checks: [...found.checks, check] };
}

/** Where the head was kept; `null` where none was to be, or what was found is not to be trusted. */
async function pin(
  terminal: Terminal,
  options: VerifyOptions,
  found: FoundOut,
  trust: TrustRead,
): Promise<string | null> {
  if (options.pin === undefined || found.verdict !== "verified" || trust.kind !== "read") return null;
  const { attestation } = found;
  const head = trust.log?.head ?? attestation?.log.head ?? null;
  if (head === null || (trust.pinned !== null && trust.pinned.head.size > head.size)) return null;
  await replaceFile(resolve(terminal.folder, options.pin), encodePin(head, new Date().toISOString()));
  return options.pin;
}
