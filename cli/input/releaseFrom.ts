import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type FoundOut, verifyPublished } from "../../engine/attestation/index.ts";
import { ARCHIVE_LIMIT } from "../../engine/release/index.ts";
import {
  attestationFile,
  chooseRelease,
  foldersIn,
  type Locked,
  readLock,
  readWanted,
} from "../../server/publishing/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";
import { readBytes } from "./readBytes.ts";
import { readTrust, type TrustOptions, type TrustRead } from "./trust.ts";

export interface FromOptions extends Omit<TrustOptions, "pin"> {
  readonly from: string;
  readonly asOf?: string;
  readonly lock: string;
}

/** A release that was asked for, and what a verifier finds of it; `attestation`: its bytes. */
export type ReleaseFrom =
  | {
      readonly kind: "found";
      readonly found: FoundOut;
      readonly attestation: Uint8Array | null;
      readonly trust: Trusted;
      readonly locks: readonly Locked[];
    }
  /** Of `verification`: it is there and is not to be trusted. */
  | { readonly kind: "none"; readonly problem: string; readonly isUntrusted: boolean }
  | { readonly kind: "usage"; readonly problem: UsageProblem };

type Trusted = Extract<TrustRead, { kind: "read" }>;

/** The release that a file or a name says; `isLocking`: what is locked already does not bind. */
export async function releaseFrom(
  terminal: Terminal,
  what: string,
  options: FromOptions,
  isLocking: boolean,
): Promise<ReleaseFrom> {
  const locks = await locksIn(resolve(terminal.folder, options.lock));
  if (locks === null) return none(`\`${options.lock}\` is not a lock as \`precept lock\` writes one.`, true);
  const bytes = what.endsWith(".tgz")
    ? await fileBytes(terminal, what)
    : await namedBytes(terminal, what, options, isLocking ? [] : locks);
  if (!("payload" in bytes)) return "kind" in bytes ? bytes : { kind: "usage", problem: bytes.problem };
  const read = await readTrust(terminal, options, bytes.beside);
  if (read.kind === "usage") return read;
  if (read.kind === "unreadable") return none(read.problem, true);
  const trust = isLocking ? read : withLock(read, locks, what);
  const found = await verifyPublished({ ...bytes, ...trust });
  const other = isLocking ? null : lockProblem(found, locks);
  return other === null ? { kind: "found", found, attestation: bytes.attestation, trust, locks } : none(other, true);
}

function none(problem: string, isUntrusted: boolean): ReleaseFrom & { readonly kind: "none" } {
  return { kind: "none", problem, isUntrusted };
}

/** `null`: the file is no lock. */
async function locksIn(path: string): Promise<readonly Locked[] | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? [] : readLock(text);
}

interface Bytes {
  readonly payload: Uint8Array;
  readonly attestation: Uint8Array | null;
  /** The file beside which the log stands. */
  readonly beside: string;
}

async function fileBytes(terminal: Terminal, given: string): Promise<Bytes | { readonly problem: UsageProblem }> {
  const read = await readBytes(terminal, given, ARCHIVE_LIMIT);
  if ("problem" in read) return read;
  const path = resolve(terminal.folder, given);
  return { payload: read.bytes, attestation: await readFile(attestationFile(path)).catch(() => null), beside: path };
}

async function namedBytes(
  terminal: Terminal,
  what: string,
  { from, asOf }: FromOptions,
  locks: readonly Locked[],
): Promise<Bytes | { readonly problem: UsageProblem } | ReturnType<typeof none>> {
  const folder = await findPath(terminal.folder, from);
  if (folder.kind === "missing") return { problem: folder.problem };
  const wanted = readWanted(what, asOf ?? null);
  const locked = locks.find(({ set }) => set === wanted.set);
  const isOpen = wanted.which === null && wanted.asOf === null;
  const folders = await foldersIn(folder.path);
  const chosen = await chooseRelease(
    folders,
    isOpen && locked !== undefined ? { ...wanted, which: locked.digest } : wanted,
  );
  if (!chosen.ok) return none(chosen.problem, false);
  const { manifest, file } = chosen.release;
  const files = await chosen.at.shelf.read(manifest.set, manifest.version);
  if (files === null) return none(`\`${file}\` cannot be read.`, false);
  return { ...files, beside: join(chosen.at.folder, file) };
}

/** The head that was locked is one that was kept. */
function withLock(trust: Trusted, locks: readonly Locked[], what: string): Trusted {
  const locked = locks.find(({ set }) => set === readWanted(what, null).set);
  if (trust.pinned !== null || locked === undefined || locked.head === null) return trust;
  return { ...trust, pinned: { head: locked.head, pinnedAt: locked.lockedAt } };
}

function lockProblem({ release }: FoundOut, locks: readonly Locked[]): string | null {
  const locked = locks.find(({ set }) => set === release?.manifest.set);
  if (release === null || locked === undefined || locked.digest === release.digest) return null;
  return `The lock says ${locked.set} ${locked.version}, ${locked.digest}; this is ${release.manifest.version}, ${release.digest}.`;
}
