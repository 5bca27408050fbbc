import { done, type Result } from "../folders/index.ts";
import { type ShelvedReleases, storedReleases } from "../publishing/index.ts";
import { draftRevision } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";
import { releaseNameOf } from "../store/names/index.ts";

/** The releases of a set, the latest first. */
export async function releasesOf(database: Database, set: string): Promise<Result<ShelvedReleases>> {
  const known = await draftRevision(database, set);
  return known.ok ? done(await listReleases(database, await releaseNameOf(database, set))) : known;
}

/** Of a set that is released by a name; `null`: it is not yet. */
export async function listReleases(database: Database, name: string | null): Promise<ShelvedReleases> {
  return name === null ? { releases: [], damaged: [] } : storedReleases(database).list(name);
}
