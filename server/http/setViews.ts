import { decodeManifest, manifestPath } from "../../engine/set/index.ts";
import { readReleases, releasesFolder } from "../publishing/index.ts";
import { asRelease } from "./releaseViews.ts";
import type { GuidelineSetFolder, SetFile, SetSummary } from "../protocol/index.ts";
import { done, listSetFolders, type Result, readSetFiles, type SetFolder, type StoredFile } from "../folders/index.ts";

/** Every set of a workspace in short. A set that cannot be read is left out, never a reason to show none. */
export async function summariseSets(workspace: string): Promise<SetSummary[]> {
  const summaries = await Promise.all((await listSetFolders(workspace)).map(summarise));
  return summaries.flatMap((summary) => (summary.ok ? [summary.value] : []));
}

async function summarise(set: SetFolder): Promise<Result<SetSummary>> {
  const files = await readSetFiles(set);
  if (!files.ok) return files;
  const { releases } = await readReleases(releasesFolder(set));
  const count = (kind: string) => files.value.filter((file) => file.kind === kind).length;
  const { title } = titleOf(set, files.value);
  return done({
    name: set.name,
    title,
    guidelines: count("guideline"),
    cases: count("case"),
    latest: releases[0]?.manifest.version ?? null,
  });
}

export async function describeSet(set: SetFolder): Promise<Result<GuidelineSetFolder>> {
  const files = await readSetFiles(set);
  if (!files.ok) return files;
  const { releases } = await readReleases(releasesFolder(set));
  return done({
    name: set.name,
    ...titleOf(set, files.value),
    files: files.value.map(asSetFile),
    releases: releases.map(asRelease),
  });
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

/** The title as the manifest gives it; the folder's name while the manifest cannot be read. */
function titleOf(set: SetFolder, files: readonly StoredFile[]): { title: string; description: string } {
  const text = files.find((file) => file.kind === "manifest")?.text ?? "";
  const manifest = decodeManifest({ name: manifestPath, text }).value;
  return { title: manifest?.title ?? set.name, description: manifest?.description ?? "" };
}
