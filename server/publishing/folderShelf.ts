import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  asJwks,
  type Attestation,
  decodeAttestation,
  decodeLog,
  type Decoded,
  encodeAttestation,
  encodeLog,
  type KeyRecord,
  type Leaf,
  type ReleaseLog,
} from "../../engine/attestation/index.ts";
import { archiveStem } from "../../engine/release/index.ts";
import { inTurn, systemProblem } from "../folders/index.ts";
import { alone, clear, finish, type NewFile, putTogether } from "./folderFiles.ts";
import { readKeyFolder, writeKeys } from "./keyFolder.ts";
import { readReleases, type StoredRelease } from "./readReleases.ts";
import type {
  Addition,
  Appended,
  Nothing,
  Shelf,
  ShelvedFiles,
  ShelvedRelease,
  ShelvedReleases,
  Turn,
} from "./shelf.ts";

/** The log of the releases of a folder, and the public keys that sign it. */
export const LOG_FILE = "log.json";
const KEYS_FILE = "keys.json";

/** `STEM-VERSION.attestation.json`, beside `STEM-VERSION.tgz`. */
export function attestationFile(archive: string): string {
  return archive.replace(/\.tgz$/, ".attestation.json");
}

/** Releases as files of one folder, with their log beside them; the private keys are in a folder elsewhere. */
export function folderShelf(folder: string, keyFolder: string): Shelf {
  return {
    list: (set) => listIn(folder, set),
    read: (set, version) => readFrom(folder, set, version),
    keys: async () => knownKeys(await readKeyFolder(keyFolder), await logOf(folder)),
    log: () => logOf(folder),
    append: (make) => inTurn(folder, () => append(folder, keyFolder, make)),
  };
}

async function logOf(folder: string): Promise<Decoded<ReleaseLog | null>> {
  await finish(folder);
  const bytes = await readFile(join(folder, LOG_FILE)).catch(unlessAbsent);
  return bytes === null ? { ok: true, value: null } : decodeLog(bytes);
}

function unlessAbsent(error: unknown): null {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
  throw error;
}

function knownKeys(
  kept: Awaited<ReturnType<typeof readKeyFolder>>,
  log: Decoded<ReleaseLog | null>,
): readonly KeyRecord[] {
  const own = kept.ok ? kept.value.map(({ record }) => record) : [];
  return withLogged(own, log.ok ? (log.value?.entries ?? []) : []);
}

/** Keys that only the log knows were used from another place. */
function withLogged(own: readonly KeyRecord[], entries: readonly Leaf[]): readonly KeyRecord[] {
  const logged = entries.flatMap((leaf) => (leaf.type === "key" ? [[leaf.key.kid, leaf.key] as const] : []));
  return [...new Map([...logged, ...own.map((key) => [key.kid, key] as const)]).values()];
}

async function listIn(folder: string, set: string): Promise<ShelvedReleases> {
  const log = await logOf(folder);
  const { releases, damaged } = await readReleases(folder);
  const entries = log.ok ? (log.value?.entries ?? []) : [];
  const own = releases.filter(({ manifest }) => manifest.set === set);
  return {
    releases: await Promise.all(own.map((release) => shelved(folder, release, entries))),
    damaged: damaged.filter(({ file }) => file.startsWith(`${archiveStem(set)}-`)),
  };
}

async function shelved(folder: string, release: StoredRelease, entries: readonly Leaf[]): Promise<ShelvedRelease> {
  const attestation = await attestationOf(folder, release.file);
  return { ...release, attestation, effective: effectiveOf(release, attestation, entries) };
}

async function attestationOf(folder: string, file: string): Promise<Attestation | null> {
  const bytes = await readFile(join(folder, attestationFile(file))).catch(() => null);
  const decoded = bytes === null ? null : decodeAttestation(bytes);
  return decoded?.ok === true ? decoded.value : null;
}

function effectiveOf({ digest }: StoredRelease, attestation: Attestation | null, entries: readonly Leaf[]) {
  if (attestation === null || attestation.statement.content !== digest) return null;
  const retired = entries.flatMap((leaf) => (leaf.type === "retirement" && leaf.content === digest ? [leaf.to] : []));
  const { from, to } = attestation.statement.effective;
  return { from, to: retired.at(-1) ?? to };
}

async function readFrom(folder: string, set: string, version: string): Promise<ShelvedFiles | null> {
  const { releases } = await readReleases(folder);
  const release = releases.find(({ manifest }) => manifest.set === set && manifest.version === version);
  const payload = release === undefined ? null : await readFile(join(folder, release.file)).catch(unlessAbsent);
  if (release === undefined || payload === null) return null;
  return { payload, attestation: await readFile(join(folder, attestationFile(release.file))).catch(unlessAbsent) };
}

type Make<T> = (turn: Turn) => Promise<Addition<T> | Nothing<T>>;

async function append<T>(folder: string, keyFolder: string, make: Make<T>): Promise<Appended<T>> {
  try {
    const appended = await alone(folder, () => appendAlone(folder, keyFolder, make));
    return appended ?? { ok: false, problem: busy(folder) };
  } catch (error) {
    const why = systemProblem(error);
    if (why === null) throw error;
    return { ok: false, problem: `The release could not be written. ${why}` };
  }
}

function busy(folder: string): string {
  return `Another process is publishing into \`${folder}\`. If there is none, remove \`.turn\` there.`;
}

async function appendAlone<T>(folder: string, keyFolder: string, make: Make<T>): Promise<Appended<T>> {
  await clear(folder);
  const log = await logOf(folder);
  const keys = await readKeyFolder(keyFolder);
  if (!log.ok) return log;
  if (!keys.ok) return keys;
  const entries = log.value?.entries ?? [];
  const list: Turn["list"] = (set) => listIn(folder, set);
  const made = await make({ entries, head: log.value?.head ?? null, keys: keys.value, list });
  if (made.leaves === null) return { ok: true, value: made.value };
  const taken = await takenName(folder, made);
  if (taken !== null) return { ok: false, problem: `There already is a file \`${taken}\`; it is left alone.` };
  await writeKeys(keyFolder, made.keys);
  const records = [...keys.value, ...made.keys].map(({ record }) => record);
  await putTogether(folder, filesOf(made, entries, records));
  return { ok: true, value: made.value };
}

/** A release is never overwritten. */
async function takenName<T>(folder: string, { release }: Addition<T>): Promise<string | null> {
  const names = release === null ? [] : [release.release.file, attestationFile(release.release.file)];
  const found = await Promise.all(names.map((name) => readFile(join(folder, name)).catch(unlessAbsent)));
  return names.find((_, at) => found[at] !== null) ?? null;
}

function filesOf<T>(added: Addition<T>, entries: readonly Leaf[], keys: readonly KeyRecord[]): readonly NewFile[] {
  const { release, leaves, head } = added;
  const all = [...entries, ...leaves];
  const made =
    release === null
      ? []
      : [
          { name: release.release.file, content: release.release.bytes },
          { name: attestationFile(release.release.file), content: encodeAttestation(release.attestation) },
        ];
  return [
    ...made,
    {
      name: KEYS_FILE,
      content: new TextEncoder().encode(`${JSON.stringify(asJwks(withLogged(keys, all)), null, 2)}\n`),
    },
    { name: LOG_FILE, content: encodeLog({ entries: all, head }) },
  ];
}
