import { dirname } from "node:path";
import { sha256Hex } from "../../engine/digest/index.ts";
import {
  candidateOf,
  type Earlier,
  type EngineBundle,
  identify,
  type Objection,
  type ReleaseCandidate,
} from "../../engine/release/index.ts";
import { buildTried, engineBundle } from "../engines/index.ts";
import { readSetFiles, type SetFolder, type StoredFile } from "../folders/index.ts";
import { folderShelf } from "./shelves/index.ts";
import { type Published, publishRelease, type ReleaseWish } from "./publishRelease.ts";
import { releasesFolder } from "./shelves/index.ts";
import type { Shelf, ShelvedRelease } from "./shelves/index.ts";
import { workspaceKeys } from "./workspaceKeys.ts";

/** A set in a folder as it may become its next release. */
export interface FolderCandidate {
  readonly candidate: ReleaseCandidate;
  readonly engine: EngineBundle;
  /** The latest release; `null` before the first. */
  readonly latest: ShelvedRelease | null;
  /** Whether it is that one, byte for byte, with this engine. */
  readonly isNew: boolean;
}

/** Where the keys of a set's workspace are: the folder that holds the set. */
function keyFolderOf(set: SetFolder): string {
  return workspaceKeys(dirname(set.folder));
}

/** The releases of a set that is a folder: beside its files, or where `folder` says. */
export function shelfOf(set: SetFolder, folder: string = releasesFolder(set)): Shelf {
  return folderShelf(folder, keyFolderOf(set));
}

/** Reads a set as it is now; the sentences say why nothing can be made of it at all. */
export async function folderCandidate(set: SetFolder, shelf: Shelf): Promise<FolderCandidate | readonly Objection[]> {
  const files = await readSetFiles(set);
  return files.ok ? candidateFrom(files.value, shelf) : objection(files.refusal.detail);
}

/** As `folderCandidate`, of files that were read already. */
async function candidateFrom(
  files: readonly StoredFile[],
  shelf: Shelf,
): Promise<FolderCandidate | readonly Objection[]> {
  const unreadable = files.find((file) => file.unreadable !== null);
  if (unreadable !== undefined) return objection(`\`${unreadable.path}\`: ${unreadable.unreadable}`);
  const engine = await engineBundle();
  if (engine === null) return objection("The engine that releases carry is not built: run `npm run build` first.");
  const texts = files.map(({ path, text }) => ({ path, text }));
  const candidate = candidateOf(texts);
  const { releases } = await shelf.list(candidate.name);
  const [latest = null] = releases;
  const same = latest !== null && identify(texts, [latest.manifest]).version !== null;
  const isNew = !same || latest.manifest.engine.sha256 !== sha256Hex(engine.bytes);
  return { candidate, engine, latest, isNew };
}

/** Makes the next release of a set in a folder, after the latest one there was when it was read. */
export function publishFolder(
  shelf: Shelf,
  { candidate, engine, latest }: FolderCandidate,
  wish: Omit<ReleaseWish, "set" | "base" | "build">,
): Promise<Published> {
  const build = (earlier: Earlier) => buildTried(candidate, earlier, engine);
  return publishRelease(shelf, { ...wish, set: candidate.name, base: latest?.digest ?? null, build });
}

function objection(detail: string): readonly Objection[] {
  return [{ kind: "set", detail }];
}
