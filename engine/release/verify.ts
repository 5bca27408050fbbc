import { canonicalBytes, sha256Hex } from "../digest/index.ts";
import { type ArchiveFile, unpackArchive } from "./archive.ts";
import { ENGINE, MANIFEST, releasePathProblem } from "./layout.ts";
import { byPath, type ManifestFile, manifestSchema, type ReleaseManifest } from "./manifest.ts";
import { packRelease, type Release } from "./pack.ts";
import { setNameProblem } from "./setPath.ts";

export type Verified =
  | { readonly ok: true; readonly release: Release; readonly files: readonly ArchiveFile[] }
  /** Each reason is a sentence. */
  | { readonly ok: false; readonly reasons: readonly string[] };

/**
 * Whether bytes are a release exactly as it was made: every file has the hash its manifest says, nothing is missing or
 * extra, and making the archive again gives these bytes (gzip and tar leave room for bits that change no file).
 * It does not say who made the release; that is what a signature is for.
 */
export async function verifyRelease(bytes: Uint8Array): Promise<Verified> {
  const { files, problem } = await unpackArchive(bytes);
  if (files === null) return { ok: false, reasons: [problem] };
  const [first, ...contents] = files;
  const manifest = first?.path === MANIFEST ? decodeManifest(first.content) : null;
  if (manifest === null) return { ok: false, reasons: ["The archive does not begin with the manifest of a release."] };
  const reasons = [...manifestProblems(manifest), ...fileProblems(manifest.files, contents)];
  if (reasons.length > 0) return { ok: false, reasons };
  const release = await packRelease(manifest, contents);
  if (!isSame(release.bytes, bytes)) return { ok: false, reasons: ["The archive was changed outside of its files."] };
  return { ok: true, release, files: contents };
}

/** The manifest when the bytes are one in canonical form, else `null`. */
export function decodeManifest(bytes: Uint8Array): ReleaseManifest | null {
  const parsed = manifestSchema.safeParse(parseJson(bytes));
  return parsed.success && isSame(canonicalBytes(parsed.data), bytes) ? parsed.data : null;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** What a manifest of ours never says. */
function manifestProblems(manifest: ReleaseManifest): readonly string[] {
  const isFirst = manifest.version === "1.0.0";
  const agrees = isFirst === (manifest.bump === "first") && isFirst === (manifest.previous === null);
  const named = setNameProblem(manifest.set);
  const sorted = manifest.files.toSorted(byPath).every((file, at) => file === manifest.files[at]);
  return [
    ...(agrees ? [] : ["The version, its step and the release before do not go together."]),
    ...(named === null ? [] : [`The set's name ${named}.`]),
    ...(sorted ? [] : ["The manifest does not list its files in order."]),
    ...(manifest.files.some((file) => file.path === "set/set.yaml") ? [] : ["The release holds no `set.yaml`."]),
    ...engineProblems(manifest),
  ];
}

function engineProblems({ engine, files }: ReleaseManifest): readonly string[] {
  const found = files.find(({ path }) => path === ENGINE);
  if (found === undefined) return ["The release holds no engine."];
  return found.sha256 === engine.sha256 ? [] : ["The manifest names another engine than the one it lists."];
}

function fileProblems(listed: readonly ManifestFile[], contents: readonly ArchiveFile[]): readonly string[] {
  const present = new Map(contents.map((file) => [file.path, file.content]));
  const names = new Set(listed.map((file) => file.path));
  return [
    ...contents.filter((file) => !names.has(file.path)).map((file) => `\`${file.path}\` is not in the manifest.`),
    ...listed.flatMap((file) => listedProblem(file, present.get(file.path) ?? null)),
  ];
}

function listedProblem(file: ManifestFile, content: Uint8Array | null): readonly string[] {
  const path = releasePathProblem(file.path);
  if (path !== null) return [`\`${file.path}\` does not belong into a release. ${path}`];
  if (content === null) return [`\`${file.path}\` is missing from the archive.`];
  const same = content.length === file.bytes && sha256Hex(content) === file.sha256;
  return same ? [] : [`\`${file.path}\` is not the file the manifest describes: its SHA-256 differs.`];
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
