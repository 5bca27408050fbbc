import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ArchiveFile,
  archiveStem,
  buildRelease,
  candidateOf,
  type Objection,
  type Publishing,
  verifyRelease,
} from "../../engine/release/index.ts";
import { engineBundle } from "../engines/index.ts";
import { createFile, inTurn, readSetFiles, type SetFolder, type StoredFile, systemProblem } from "../folders/index.ts";
import { readReleases, releasesFolder, type StoredRelease } from "./readReleases.ts";

export type Published =
  | { readonly kind: "published"; readonly release: StoredRelease; readonly path: string }
  | { readonly kind: "nothing new"; readonly latest: StoredRelease | null }
  | { readonly kind: "refused"; readonly objections: readonly Objection[] };

/**
 * Makes the next release of a set from its files as they are now, and writes it into `folder` (default: `releases` in the
 * set), where its earlier releases are looked for too. Nothing is ever overwritten.
 */
export function publishSet(set: SetFolder, folder: string = releasesFolder(set)): Promise<Published> {
  return inTurn(folder, async () => {
    const files = await readSetFiles(set);
    return files.ok ? publishNow(files.value, folder) : refusedFor(files.refusal.detail);
  });
}

/** Makes the next release of a set from files that were read already. */
export function publishFiles(files: readonly StoredFile[], folder: string): Promise<Published> {
  return inTurn(folder, () => publishNow(files, folder));
}

async function publishNow(files: readonly StoredFile[], folder: string): Promise<Published> {
  const unreadable = files.find((file) => file.unreadable !== null);
  if (unreadable !== undefined) return refusedFor(`\`${unreadable.path}\`: ${unreadable.unreadable}`);
  const texts = files.map(({ path, text }) => ({ path, text }));
  const candidate = candidateOf(texts);
  const { releases, damaged } = await readReleases(folder);
  const own = releases.filter(({ manifest }) => manifest.set === candidate.name);
  const broken = damaged.find(({ file }) => file.startsWith(`${archiveStem(candidate.name)}-`));
  if (broken !== undefined) return refusedFor(damagedSentence(broken));
  const engine = await engineBundle();
  if (engine === null) return refusedFor("The engine that releases carry is not built: run `npm run build` first.");
  const manifests = own.map(({ manifest }) => manifest);
  const publishing = await buildRelease(candidate, { manifests, latest: await filesOf(folder, own[0]) }, engine);
  return store(publishing, folder, own);
}

async function filesOf(folder: string, latest: StoredRelease | undefined): Promise<readonly ArchiveFile[]> {
  if (latest === undefined) return [];
  const verified = await verifyRelease(await readFile(join(folder, latest.file)));
  return verified.ok ? verified.files : [];
}

async function store(publishing: Publishing, folder: string, own: readonly StoredRelease[]): Promise<Published> {
  if (publishing.kind === "refused") return publishing;
  if (publishing.kind === "stopped") return refusedFor("It was stopped before the release was made.");
  if (publishing.kind === "nothing new") return { kind: "nothing new", latest: own[0] ?? null };
  const { manifest, digest, file, bytes } = publishing.release;
  const path = join(folder, file);
  const created = await createFile(path, bytes).catch(unstored);
  if (typeof created === "string") return refusedFor(`\`${file}\` could not be written. ${created}`);
  if (!created) return refusedFor(`There already is a file \`${file}\`; it is left alone.`);
  return { kind: "published", release: { manifest, digest, file }, path };
}

/** Why the disk did not take an archive; anything else is a bug. */
function unstored(error: unknown): string {
  const why = systemProblem(error);
  if (why === null) throw error;
  return why;
}

/** What came after a release that cannot be read is not known, so no number can be computed. */
function damagedSentence({ file, problem }: { readonly file: string; readonly problem: string }): string {
  return `\`${file}\` is not a release as it was made; restore it or take it away. ${problem}`;
}

function refusedFor(detail: string): Published {
  return { kind: "refused", objections: [{ kind: "set", detail }] };
}
