import { parse } from "yaml";
import type { GuidelineSetFolder, SetFile, SetSummary } from "../protocol/index.ts";
import { done, listSetFolders, type Result, readSetFiles, type SetFolder, type StoredFile } from "../store/index.ts";

/** Every set of a workspace in short. A set that cannot be read is left out, never a reason to show none. */
export async function summariseSets(workspace: string): Promise<SetSummary[]> {
  const summaries = await Promise.all((await listSetFolders(workspace)).map(summarise));
  return summaries.flatMap((summary) => (summary.ok ? [summary.value] : []));
}

async function summarise(set: SetFolder): Promise<Result<SetSummary>> {
  const files = await readSetFiles(set);
  if (!files.ok) return files;
  const count = (kind: string) => files.value.filter((file) => file.kind === kind).length;
  const { title } = titleOf(set, files.value);
  return done({
    name: set.name,
    title,
    guidelines: count("guideline"),
    cases: count("case"),
    latest: null,
  });
}

export async function describeSet(set: SetFolder): Promise<Result<GuidelineSetFolder>> {
  const files = await readSetFiles(set);
  if (!files.ok) return files;
  return done({
    name: set.name,
    ...titleOf(set, files.value),
    files: files.value.map(asSetFile),
    releases: [],
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
  const manifest = readManifest(files.find((file) => file.kind === "manifest")?.text ?? "");
  const text = (key: string) => (typeof manifest[key] === "string" ? manifest[key].trim() : "");
  return {
    title: text("title") || text("set") || set.name,
    description: text("description"),
  };
}

function readManifest(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
