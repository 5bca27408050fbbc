import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { decodeAttestation, type FoundOut, verifyPublished } from "../../engine/attestation/index.ts";
import { type Locked, readLock } from "../../server/publishing/index.ts";
import type { UsageProblem } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { readSource } from "./releaseSource.ts";
import { dayOf } from "./today.ts";
import { readTrust, type TrustOptions, type TrustRead } from "./trust.ts";

export interface FromOptions extends Omit<TrustOptions, "pin"> {
  readonly from: string;
  readonly asOf?: string;
  readonly lock: string;
  readonly evenIfEnded?: true;
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
  const source = await readSource(terminal, what, options, isLocking ? [] : locks);
  if (source.kind !== "read") return source.kind === "usage" ? source : none(source.problem, false);
  const read = await readTrust(terminal, options, source.beside);
  if (read.kind === "usage") return read;
  if (read.kind === "unreadable") return none(read.problem, true);
  const all = { ...read, log: read.log ?? source.log };
  const trust = isLocking ? all : withLock(all, locks, source.attestation);
  const found = await verifyPublished({ ...source, ...trust });
  const other = isLocking ? null : lockProblem(found, locks);
  if (other !== null) return none(other, true);
  const ended = options.evenIfEnded === true ? null : endedProblem(found, options.asOf ?? dayOf(new Date()));
  if (ended !== null) return none(ended, false);
  return { kind: "found", found, attestation: source.attestation, trust, locks };
}

function none(problem: string, isUntrusted: boolean): ReleaseFrom & { readonly kind: "none" } {
  return { kind: "none", problem, isUntrusted };
}

/** `null`: the file is no lock. */
async function locksIn(path: string): Promise<readonly Locked[] | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? [] : readLock(text);
}

/** The head that was locked is one that was kept, whether the release is given by its name or as a file. */
function withLock(trust: Trusted, locks: readonly Locked[], attestation: Uint8Array | null): Trusted {
  const said = attestation === null ? null : decodeAttestation(attestation);
  const locked = said?.ok === true ? locks.find(({ set }) => set === said.value.statement.set) : undefined;
  if (trust.pinned !== null || locked === undefined || locked.head === null) return trust;
  return { ...trust, pinned: { head: locked.head, pinnedAt: locked.lockedAt } };
}

/** What has ended decides nothing from the next day on; who asks for what was in force on a day means that day. */
function endedProblem({ verdict, release, effective, checks }: FoundOut, day: string): string | null {
  const to = effective?.to ?? null;
  if (verdict === "refused" || release === null || to === null || day <= to) return null;
  const { set, version } = release.manifest;
  const retired = checks.flatMap(({ name, state, detail }) =>
    name === "retired" && state === "noted" ? [detail] : [],
  );
  const ended = `${set} ${version} is in force until ${to} only.`;
  return [ended, ...retired, "To have it all the same, say so: --even-if-ended."].join(" ");
}

function lockProblem({ release }: FoundOut, locks: readonly Locked[]): string | null {
  const locked = locks.find(({ set }) => set === release?.manifest.set);
  if (release === null || locked === undefined || locked.digest === release.digest) return null;
  return `The lock says ${locked.set} ${locked.version}, ${locked.digest}; this is ${release.manifest.version}, ${release.digest}.`;
}
