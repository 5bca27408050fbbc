import { createHash } from "node:crypto";
import { isSameContent, kindOf, type ReleaseManifest, setFiles } from "../../engine/release/index.ts";
import type { Actor } from "../access/index.ts";
import { decodeManifest, manifestPath } from "../../engine/set/index.ts";
import type { StoredFile } from "../folders/index.ts";
import type { GuidelineSetFolder, RemovedSet, SetFile, SetSummary } from "../protocol/index.ts";
import type { ShelvedReleases } from "../publishing/index.ts";
import { namesOf } from "../reviews/index.ts";
import { type Draft, type ListedSet, listRemoved, listSets } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";
import { listReleases } from "./releasesOf.ts";
import { asRelease } from "./releaseViews.ts";
import type { Workspace } from "./workspace.ts";

/** Every set in short. */
export async function summariseSets(workspace: Workspace): Promise<SetSummary[]> {
  const sets = await listSets(workspace.database);
  return Promise.all(sets.map((listed) => summarise(workspace, listed)));
}

async function summarise(workspace: Workspace, { set, files, manifest, releaseName }: ListedSet): Promise<SetSummary> {
  const [latest] = (await listReleases(workspace.database, releaseName)).releases;
  const count = (kind: string) => files.filter(({ path }) => kindOf(path) === kind).length;
  return {
    name: set,
    title: titleOf(set, manifest).title,
    guidelines: count("guideline"),
    cases: count("case"),
    latest: latest?.manifest.version ?? null,
    changed: latest !== undefined && isChanged(files, latest.manifest),
  };
}

/** Sets that were removed, each by somebody whose name is told. */
export async function removedSets(database: Database, asker: Actor): Promise<RemovedSet[]> {
  const removed = await listRemoved(database);
  const ids = removed.map(({ actor }) => actor);
  const nameOf = await namesOf(database, ids, asker);
  return removed.map(({ set, manifest, files, actor, at }) => ({
    name: set,
    title: titleOf(set, manifest).title,
    files,
    by: nameOf(actor),
    at: at.toISOString(),
  }));
}

/** Whether a draft no longer holds what was released. What was changed and changed back is no change. */
function isChanged(files: ListedSet["files"], released: ReleaseManifest): boolean {
  const inOrder = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return !isSameContent(inOrder, setFiles(released));
}

export function describeSet({ set, revision, files }: Draft, { releases }: ShelvedReleases): GuidelineSetFolder {
  const manifest = files.find(({ kind }) => kind === "manifest")?.text ?? "";
  return {
    name: set,
    ...titleOf(set, manifest),
    revision,
    files: files.map(asSetFile),
    releases: releases.map(asRelease),
  };
}

/** The validator of the description of a set: of its revision and its releases. */
export function setEtag(revision: number, { releases }: ShelvedReleases): string {
  const digests = releases.map(({ digest }) => digest).join(" ");
  return `"${revision}-${createHash("sha256").update(digests).digest("hex").slice(0, 16)}"`;
}

export function asSetFile({ path, kind, text, etag, unreadable }: StoredFile): SetFile {
  return {
    path,
    kind,
    text,
    etag,
    ...(unreadable === null ? {} : { unreadable }),
  };
}

/** The title as the manifest gives it; the set's name while the manifest cannot be read. */
function titleOf(set: string, text: string): { title: string; description: string } {
  const manifest = decodeManifest({ name: manifestPath, text }).value;
  return { title: manifest?.title ?? set, description: manifest?.description ?? "" };
}
