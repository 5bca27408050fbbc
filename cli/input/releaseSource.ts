import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  decodeAttestation,
  type Effective,
  endedBy,
  type ReleaseLog,
  retirementIn,
} from "../../engine/attestation/index.ts";
import { ARCHIVE_LIMIT } from "../../engine/release/index.ts";
import {
  attestationFile,
  chooseAmong,
  chooseRelease,
  foldersIn,
  type Locked,
  readWanted,
  type Wanted,
} from "../../server/publishing/index.ts";
import type { UsageProblem } from "../exit.ts";
import { isAddress, type LoggedRelease, type RemoteReleases, releasesAt, sourceAt } from "../remote/index.ts";
import type { Terminal } from "../terminal.ts";
import { findPath } from "./paths.ts";
import { readBytes } from "./readBytes.ts";

/** The bytes of a release and of what is said of it, wherever they come from; or why there are none. */
export type Source =
  | {
      readonly kind: "read";
      readonly payload: Uint8Array;
      readonly attestation: Uint8Array | null;
      /** The file beside which the log stands; `null` where it came along. */
      readonly beside: string | null;
      readonly log: ReleaseLog | null;
    }
  | { readonly kind: "none"; readonly problem: string }
  | { readonly kind: "usage"; readonly problem: UsageProblem };

export interface SourceOptions {
  /** A folder or an address. */
  readonly from: string;
  readonly asOf?: string;
}

/** Reads what a file or a name says. `locks`: of a name alone the locked release is meant. */
export async function readSource(
  terminal: Terminal,
  what: string,
  { from, asOf }: SourceOptions,
  locks: readonly Locked[],
): Promise<Source> {
  if (what.endsWith(".tgz")) return fromFile(terminal, what);
  const named = readWanted(what, asOf ?? null);
  const locked = locks.find(({ set }) => set === named.set);
  const isOpen = named.which === null && named.asOf === null;
  const wanted = isOpen && locked !== undefined ? { ...named, which: locked.digest } : named;
  return isAddress(from) ? fromAddress(terminal, from, wanted) : fromFolder(terminal, from, wanted);
}

async function fromFile(terminal: Terminal, given: string): Promise<Source> {
  const read = await readBytes(terminal, given, ARCHIVE_LIMIT);
  if ("problem" in read) return { kind: "usage", problem: read.problem };
  const path = resolve(terminal.folder, given);
  const attestation = await readFile(attestationFile(path)).catch(() => null);
  return { kind: "read", payload: read.bytes, attestation, beside: path, log: null };
}

async function fromFolder(terminal: Terminal, from: string, wanted: Wanted): Promise<Source> {
  const folder = await findPath(terminal.folder, from);
  if (folder.kind === "missing") return { kind: "usage", problem: folder.problem };
  const found = await chooseRelease(await foldersIn(folder.path), wanted);
  if (!found.ok) return none(found.problem);
  const { release, at } = found.chosen;
  const files = await at.shelf.read(release.manifest.set, release.manifest.version);
  if (files === null) return none(`\`${release.file}\` cannot be read.`);
  return { kind: "read", ...files, beside: join(at.folder, release.file), log: null };
}

async function fromAddress(terminal: Terminal, from: string, wanted: Wanted): Promise<Source> {
  const source = sourceAt(terminal, from);
  if ("problem" in source) return { kind: "usage", problem: source.problem };
  const opened = await releasesAt(source.remote);
  if (!opened.ok) return none(opened.problem);
  const { log, payload, attestation } = opened.value;
  const found = chooseAmong(await choicesIn(opened.value, wanted), wanted);
  if (!found.ok) return none(found.problem);
  const [archive, said] = await Promise.all([payload(found.chosen.leaf), attestation(found.chosen.leaf)]);
  if (archive.kind === "failed" || said.kind === "failed")
    return none(archive.kind === "failed" ? archive.problem : said.kind === "failed" ? said.problem : "");
  if (archive.kind === "absent")
    return none(`The log at ${from} names ${wanted.set} ${found.chosen.version}, and it is not there.`);
  return {
    kind: "read",
    payload: archive.bytes,
    attestation: said.kind === "absent" ? null : said.bytes,
    beside: null,
    log,
  };
}

/** The releases of the set that the log names. When they are in force stands in what is said of each: it is read where a day is asked for. */
async function choicesIn(releases: RemoteReleases, { set, asOf }: Wanted) {
  const leaves = releases.log.entries.flatMap((leaf) => (leaf.type === "release" && leaf.set === set ? [leaf] : []));
  const effective = await Promise.all(leaves.map(async (leaf) => (asOf === null ? null : effectiveOf(releases, leaf))));
  return leaves.map((leaf, at) => ({
    version: leaf.version,
    digest: leaf.content,
    effective: effective[at] ?? null,
    leaf,
  }));
}

async function effectiveOf({ log, attestation }: RemoteReleases, leaf: LoggedRelease): Promise<Effective | null> {
  const file = await attestation(leaf);
  const decoded = file.kind === "read" ? decodeAttestation(file.bytes) : null;
  if (decoded?.ok !== true || decoded.value.statement.content !== leaf.content) return null;
  return endedBy(decoded.value.statement.effective, retirementIn(log.entries, leaf.content));
}

function none(problem: string): Source {
  return { kind: "none", problem };
}
