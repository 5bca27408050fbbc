import type { z } from "zod";
import { assembleLog, type Decoded, decodeLog, type Leaf, type ReleaseLog } from "../../engine/attestation/index.ts";
import { ARCHIVE_LIMIT, archiveStem } from "../../engine/release/index.ts";
import { logEntriesSchema, logHeadSchema, releaseListSchema, setListSchema } from "../../server/protocol/index.ts";
import { attestationFile, LOG_FILE } from "../../server/publishing/index.ts";
import type { Remote } from "./address.ts";
import { type FetchedFile, fetchFile } from "./fetchFile.ts";

/** A release as the log names it. */
export type LoggedRelease = Extract<Leaf, { readonly type: "release" }>;

/** Releases at an address: of a server, or as files of a folder that some server gives out. */
export interface RemoteReleases {
  readonly log: ReleaseLog;
  readonly payload: (release: LoggedRelease) => Promise<FetchedFile>;
  readonly attestation: (release: LoggedRelease) => Promise<FetchedFile>;
}

const ATTESTATION_LIMIT = 1024 * 1024;
const ANSWER_LIMIT = 16 * 1024 * 1024;
/** Stretches of the log, of a thousand entries. */
const MOST_STRETCHES = 200;
const MOST_SETS = 1000;
/** For asking all of them which has a release, however slowly each is told. */
const PATIENCE_MILLISECONDS = 60_000;

/** Which releases there are is read from the log; that it is what was signed is for a verifier to say. */
export async function releasesAt(
  remote: Remote,
  patience: number = PATIENCE_MILLISECONDS,
): Promise<Decoded<RemoteReleases>> {
  const head = await fetchFile(remote, "/api/log/head", ANSWER_LIMIT);
  if (head.kind === "failed") return { ok: false, problem: head.problem };
  const signed = head.kind === "read" ? decoded(head.bytes, logHeadSchema) : null;
  return signed === null ? fromFolder(remote) : fromServer(remote, signed, patience);
}

async function fromFolder(remote: Remote): Promise<Decoded<RemoteReleases>> {
  const file = await fetchFile(remote, `/${LOG_FILE}`, ARCHIVE_LIMIT);
  if (file.kind === "failed") return { ok: false, problem: file.problem };
  const log = file.kind === "read" ? decodeLog(file.bytes) : null;
  if (log?.ok !== true)
    return {
      ok: false,
      problem: `There are no releases at ${remote.url}: nothing was published there, or it is no server of Precept and no folder of releases.`,
    };
  const archive = ({ set, version }: LoggedRelease) => `${archiveStem(set)}-${version}.tgz`;
  const fetched = (name: string, limit: number) => fetchFile(remote, `/${encodeURIComponent(name)}`, limit);
  const value: RemoteReleases = {
    log: log.value,
    payload: (release) => fetched(archive(release), ARCHIVE_LIMIT),
    attestation: (release) => fetched(attestationFile(archive(release)), ATTESTATION_LIMIT),
  };
  return { ok: true, value };
}

async function fromServer(
  remote: Remote,
  head: z.infer<typeof logHeadSchema>,
  patience: number,
): Promise<Decoded<RemoteReleases>> {
  const log = await wholeLog(remote, head);
  if (!log.ok) return log;
  const sets = new Map<string, Promise<Decoded<string | null>>>();
  const fetched = async (release: LoggedRelease, file: string, limit: number): Promise<FetchedFile> => {
    const place = sets.get(release.content) ?? setOf(remote, release, patience);
    sets.set(release.content, place);
    const set = await place;
    const version = encodeURIComponent(release.version);
    if (!set.ok) return { kind: "failed", problem: set.problem };
    return set.value === null
      ? { kind: "absent" }
      : fetchFile(remote, `${set.value}/releases/${version}/${file}`, limit);
  };
  const value: RemoteReleases = {
    log: log.value,
    payload: (release) => fetched(release, "payload", ARCHIVE_LIMIT),
    attestation: (release) => fetched(release, "attestation", ATTESTATION_LIMIT),
  };
  return { ok: true, value };
}

async function wholeLog(remote: Remote, head: z.infer<typeof logHeadSchema>): Promise<Decoded<ReleaseLog>> {
  const entries: Leaf[] = [];
  for (let stretch = 0; stretch < MOST_STRETCHES && entries.length < head.size; stretch += 1) {
    const some = await answer(remote, `/api/log/entries?from=${entries.length}`, logEntriesSchema);
    if (some === null || some.entries.length === 0) break;
    entries.push(...some.entries);
  }
  return assembleLog(head, entries);
}

/** The address of the set that has a release: a draft may be called otherwise than what is published of it. */
async function setOf(
  remote: Remote,
  { set, content }: LoggedRelease,
  patience: number,
): Promise<Decoded<string | null>> {
  const ended = AbortSignal.timeout(patience);
  const listed = await answer(remote, "/api/sets", setListSchema, ended);
  const names = (listed?.sets ?? []).map(({ name }) => name).slice(0, MOST_SETS);
  for (const name of names.toSorted((a, b) => Number(b === set) - Number(a === set))) {
    const address = `/api/sets/${encodeURIComponent(name)}`;
    const found = await answer(remote, `${address}/releases`, releaseListSchema, ended);
    if (found?.releases.some(({ digest }) => digest === content) === true) return { ok: true, value: address };
    if (ended.aborted) break;
  }
  if (ended.aborted) return { ok: false, problem: `${remote.url} takes too long to say which set the release is of.` };
  return { ok: true, value: null };
}

/** `null`: no answer, or not one of Precept. */
async function answer<T>(remote: Remote, path: string, schema: z.ZodType<T>, ended?: AbortSignal): Promise<T | null> {
  const fetched = await fetchFile(remote, path, ANSWER_LIMIT, ended);
  return fetched.kind === "read" ? decoded(fetched.bytes, schema) : null;
}

function decoded<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return null;
  }
}
