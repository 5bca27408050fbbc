import { decodeManifest, manifestPath } from "../../engine/set/index.ts";
import { done, type Result } from "../folders/index.ts";
import { type ShelvedReleases, storedReleases } from "../publishing/index.ts";
import { draftRevision, readDraftFile } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";

/** The name a set has in its manifest, by which its releases are called; its own while the manifest cannot be read. */
export function releaseName(set: string, manifest: string): string {
  return decodeManifest({ name: manifestPath, text: manifest }).value?.name ?? set;
}

/** The same of a set in the store. Refused when there is none. */
export async function storedName(database: Database, set: string): Promise<Result<string>> {
  const known = await draftRevision(database, set);
  if (!known.ok) return known;
  const manifest = await readDraftFile(database, set, manifestPath);
  return done(releaseName(set, manifest.ok ? manifest.value.text : ""));
}

/** The releases of a set, the latest first. */
export async function releasesOf(database: Database, set: string): Promise<Result<ShelvedReleases>> {
  const name = await storedName(database, set);
  return name.ok ? done(await storedReleases(database).list(name.value)) : name;
}
