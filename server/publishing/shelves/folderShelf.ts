import {
  asJwks,
  type Attestation,
  decodeAttestation,
  decodeLog,
  type Decoded,
  encodeAttestation,
  encodeLog,
  endedBy,
  type KeyRecord,
  type Leaf,
  type ReleaseLog,
  retirementIn,
} from "../../../engine/attestation/index.ts";
import { archiveStem } from "../../../engine/release/index.ts";
import { inTurn, systemProblem } from "../../folders/index.ts";
import { type KeptKey, readKeyFolder, writeKeyFolder } from "../keys/index.ts";
import { clear, finish, type NewFile, putTogether, readIn } from "./folderFiles.ts";
import { believedEntries, growthBarrier } from "./growth.ts";
import { keepHead, keptHead, pinPath } from "./pins.ts";
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
import { alone } from "./turn.ts";

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
    list: (set) => listIn(folder, keyFolder, set),
    read: (set, version) => readFrom(folder, set, version),
    keys: () => ownKeys(keyFolder),
    log: () => logOf(folder),
    append: (make) => inTurn(folder, () => append(folder, keyFolder, make)),
  };
}

async function logOf(folder: string): Promise<Decoded<ReleaseLog | null>> {
  const bytes = await readIn(folder, LOG_FILE);
  return bytes === null ? { ok: true, value: null } : decodeLog(bytes);
}

/** What the log says of keys is for verifiers to judge: whom it names is not trusted for that. */
async function ownKeys(keyFolder: string): Promise<readonly KeyRecord[]> {
  const kept = await readKeyFolder(keyFolder);
  return kept.ok ? kept.value.map(({ record }) => record) : [];
}

async function listIn(folder: string, keyFolder: string, set: string): Promise<ShelvedReleases> {
  const log = await logOf(folder);
  const { releases, damaged } = await readReleases(folder);
  const entries = await believedEntries(log.ok ? log.value : null, await ownKeys(keyFolder));
  const own = releases.filter(({ manifest }) => manifest.set === set);
  return {
    releases: await Promise.all(own.map((release) => shelved(folder, release, entries))),
    damaged: damaged.filter(({ file }) => isNamedAfter(set, file)),
  };
}

/** `knees-1.0.0.tgz`; not `knees-and-hips-1.0.0.tgz`. */
function isNamedAfter(set: string, file: string): boolean {
  const stem = `${archiveStem(set)}-`;
  return file.startsWith(stem) && /^\d+\.\d+\.\d+\.tgz$/.test(file.slice(stem.length));
}

async function shelved(folder: string, release: StoredRelease, entries: readonly Leaf[]): Promise<ShelvedRelease> {
  const attestation = await attestationOf(folder, release.file);
  return { ...release, attestation, effective: effectiveOf(release, attestation, entries) };
}

async function attestationOf(folder: string, file: string): Promise<Attestation | null> {
  const bytes = await readIn(folder, attestationFile(file));
  const decoded = bytes === null ? null : decodeAttestation(bytes);
  return decoded?.ok === true ? decoded.value : null;
}

function effectiveOf({ digest }: StoredRelease, attestation: Attestation | null, entries: readonly Leaf[]) {
  if (attestation === null || attestation.statement.content !== digest) return null;
  return endedBy(attestation.statement.effective, retirementIn(entries, digest));
}

async function readFrom(folder: string, set: string, version: string): Promise<ShelvedFiles | null> {
  const { releases } = await readReleases(folder);
  const release = releases.find(({ manifest }) => manifest.set === set && manifest.version === version);
  const payload = release === undefined ? null : await readIn(folder, release.file);
  if (release === undefined || payload === null) return null;
  return { payload, attestation: await readIn(folder, attestationFile(release.file)) };
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
  const barrier = await barrierIn(folder, keyFolder, log.value, keys.value);
  if (barrier !== null) return { ok: false, problem: barrier };
  await finish(folder);
  const entries = log.value?.entries ?? [];
  const list: Turn["list"] = (set) => listIn(folder, keyFolder, set);
  const made = await make({ entries, head: log.value?.head ?? null, keys: keys.value, list, audit: null });
  if (made.leaves === null) return { ok: true, value: made.value };
  const taken = await takenName(folder, made);
  if (taken !== null) return { ok: false, problem: `There already is a file \`${taken}\`; it is left alone.` };
  await writeKeyFolder(keyFolder, made.keys);
  const records = [...keys.value, ...made.keys].map(({ record }) => record);
  await putTogether(folder, filesOf(made, entries, records));
  // Where this fails the head before is kept still, and shows as well that the log only grew.
  await keepHead(keyFolder, folder, made.head, made.event.at).catch(unlessSystem);
  return { ok: true, value: made.value };
}

/** What is staged counts as the log before it is brought to its place: what nobody here signed never gets there. */
async function barrierIn(folder: string, keyFolder: string, log: ReleaseLog | null, keys: readonly KeptKey[]) {
  const kept = await keptHead(keyFolder, folder, log?.head.log ?? null);
  const records = keys.map(({ record }) => record);
  const barrier = await growthBarrier(log, records, kept);
  if (barrier === null) return null;
  const pinned = kept === null ? "" : ` The head that was kept is in \`${await pinPath(keyFolder, folder)}\`.`;
  return `${barrier}${pinned} Another log can begin in another folder (\`--out\`).`;
}

function unlessSystem(error: unknown): void {
  if (systemProblem(error) === null) throw error;
}

/** A release is never overwritten. */
async function takenName<T>(folder: string, { release }: Addition<T>): Promise<string | null> {
  const names = release === null ? [] : [release.release.file, attestationFile(release.release.file)];
  const found = await Promise.all(names.map((name) => readIn(folder, name)));
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
      content: new TextEncoder().encode(`${JSON.stringify(asJwks(keys), null, 2)}\n`),
    },
    { name: LOG_FILE, content: encodeLog({ entries: all, head }) },
  ];
}
