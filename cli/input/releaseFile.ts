import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type FoundOut, type Standing, verifyPublished } from "../../engine/attestation/index.ts";
import { ARCHIVE_LIMIT, type ArchiveFile, type Release, verifyRelease } from "../../engine/release/index.ts";
import { attestationFile } from "../../server/publishing/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";
import { readTrust } from "./trust.ts";

/** A release in a file; or why the file is none as it was made, or not to be trusted, a sentence each. */
export type FoundRelease =
  | {
      readonly ok: true;
      readonly release: Release;
      readonly files: readonly ArchiveFile[];
      /** Whether trusted keys signed it. Otherwise `remark` says what is not known of it. */
      readonly verified: boolean;
      readonly remark: string | null;
      readonly standing: Standing;
    }
  | { readonly ok: false; readonly reasons: readonly string[] }
  | { readonly ok: "usage"; readonly problem: UsageProblem };

/** A file of keys that are trusted; left out: nobody is known to have signed anything. */
export interface KeysOption {
  readonly keys?: string;
}

/** Reads and verifies the release that a path names. */
export async function releaseAt(terminal: Terminal, given: string, options: KeysOption): Promise<FoundRelease> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { ok: "usage", problem: found.problem };
  if (found.kind === "folder") return noRelease(`\`${given}\` is a folder, not a release.`);
  return verifiedFile(terminal, found.path, options);
}

/** The release with a digest among those in a folder. */
export async function releaseAmong(
  terminal: Terminal,
  given: string,
  digest: string,
  options: KeysOption,
): Promise<FoundRelease> {
  const found = await findPath(terminal.folder, given);
  if (found.kind === "missing") return { ok: "usage", problem: found.problem };
  if (found.kind === "file") return noRelease(`\`${given}\` is a file, not a folder of releases.`);
  const names = await readdir(found.path);
  for (const name of names.filter((each) => each.endsWith(".tgz")).toSorted()) {
    const path = join(found.path, name);
    if ((await digestOf(path)) === digest) return verifiedFile(terminal, path, options);
  }
  return noRelease(`No release in \`${given}\` has the digest ${digest}.`);
}

function noRelease(message: string): FoundRelease {
  return { ok: "usage", problem: { message } };
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  const { size } = await stat(path);
  return size > ARCHIVE_LIMIT ? null : readFile(path);
}

async function digestOf(path: string): Promise<string | null> {
  const bytes = await bytesOf(path);
  const verified = bytes === null ? null : await verifyRelease(bytes);
  return verified?.ok === true ? verified.release.digest : null;
}

async function verifiedFile(terminal: Terminal, path: string, { keys }: KeysOption): Promise<FoundRelease> {
  const payload = await bytesOf(path);
  if (payload === null) return { ok: false, reasons: ["The file is larger than any release."] };
  const beside = attestationFile(path);
  const attestation = beside === path ? null : await readFile(beside).catch(() => null);
  const trust = await readTrust(terminal, keys === undefined ? {} : { keys }, path);
  if (trust.kind === "usage") return { ok: "usage", problem: trust.problem };
  if (trust.kind === "unreadable") return { ok: false, reasons: [trust.problem] };
  return judged(await verifyPublished({ payload, attestation, ...trust }));
}

const unproved =
  "Nobody is known to have signed this release: what its engine says is what whoever made the file wants. Name the keys you trust by --keys.";

function judged({ verdict, checks, release, files, ...standing }: FoundOut): FoundRelease {
  if (verdict !== "refused" && release !== null) {
    const verified = verdict === "verified";
    return { ok: true, release, files, verified, remark: verified ? null : unproved, standing };
  }
  return { ok: false, reasons: checks.flatMap(({ state, detail }) => (state === "failed" ? [detail] : [])) };
}
