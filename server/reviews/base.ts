import { rcompare } from "semver";
import { setTexts, verifyRelease } from "../../engine/release/index.ts";
import { decodeManifest, manifestPath, type SetFile, type SetManifest } from "../../engine/set/index.ts";
import type { Database } from "../store/index.ts";
import { releaseNameOf } from "../store/names/index.ts";
import { filesDigestOf, readRounds, textsOfRound } from "./rounds.ts";

/** A release of a set, in short. */
export interface ReleaseRow {
  /** The set's name as its manifest gave it. */
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly change: number | null;
  readonly from: string;
  readonly to: string | null;
  readonly publishedAt: Date;
}

/** The manifest among the files of a set; `null` while there is none that can be read. */
export function manifestIn(files: readonly SetFile[]): SetManifest | null {
  const text = files.find(({ path }) => path === manifestPath)?.text ?? "";
  return decodeManifest({ name: manifestPath, text }).value;
}

/** The name of a set as its manifest gives it; empty while there is none. */
export function nameIn(files: readonly SetFile[]): string {
  return manifestIn(files)?.name ?? "";
}

/** Of a set by its own name, whatever its manifest says by now; the latest version first. */
export async function releasesOf(database: Database, set: string): Promise<readonly ReleaseRow[]> {
  const name = (await releaseNameOf(database, set)) ?? "";
  const rows = await database
    .selectFrom("release")
    .select(["version", "digest", "change_id", "effective_from", "effective_to", "published_at"])
    .where("set_name", "=", name)
    .execute();
  return rows
    .map((row) => ({
      name,
      version: row.version,
      digest: row.digest,
      change: row.change_id,
      from: row.effective_from,
      to: row.effective_to,
      publishedAt: row.published_at,
    }))
    .toSorted((one, other) => rcompare(one.version, other.version));
}

/** What a round is compared with: the files of a release. */
export interface Base {
  readonly version: string;
  readonly digest: string;
  readonly files: readonly SetFile[];
}

/** `null`: the store has no such release. */
export async function baseOf(database: Database, name: string, version: string): Promise<Base | null> {
  const row = await database
    .selectFrom("release")
    .select(["change_id", "payload"])
    .where("set_name", "=", name)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) return null;
  const files = row.change_id === null ? await filesInside(row.payload) : await filesOfChange(database, row.change_id);
  return { version, digest: filesDigestOf(files), files };
}

async function filesOfChange(database: Database, change: number): Promise<readonly SetFile[]> {
  const last = (await readRounds(database, change)).at(-1);
  if (last === undefined) throw new Error("a change was published without a round");
  return textsOfRound(database, last);
}

/** Of a release that no change made: its archive has them. */
async function filesInside(payload: Uint8Array): Promise<readonly SetFile[]> {
  const verified = await verifyRelease(payload);
  if (!verified.ok) throw new Error("a release in the store is not as it was made");
  return setTexts(verified.files);
}

/**
 * The revision of the draft that the latest release of the set was made of: who wrote since then is an author; 0 before any.
 * Revisions are numbered over all sets, so one of another set would say nothing.
 */
export async function sinceRelease(database: Database, set: string): Promise<number> {
  const [latest] = await releasesOf(database, set);
  if (latest === undefined || latest.change === null) return 0;
  const change = database.selectFrom("change").select("set_name").where("id", "=", latest.change);
  if ((await change.executeTakeFirst())?.set_name !== set) return 0;
  return (await readRounds(database, latest.change)).at(-1)?.revision ?? 0;
}
