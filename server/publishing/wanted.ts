import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { rcompare } from "semver";
import { folderShelf, LOG_FILE } from "./folderShelf.ts";
import type { Shelf, ShelvedRelease } from "./shelf.ts";

/** Which release somebody asks for: `knees`, `knees@1.0.0`, `knees@sha256:...`; or the one in force on a day. */
export interface Wanted {
  readonly set: string;
  /** A version, or the digest of its content; `null`: the latest. */
  readonly which: string | null;
  readonly asOf: string | null;
}

/** The set's own name may begin with `@`, as names of npm do. */
export function readWanted(text: string, asOf: string | null): Wanted {
  const at = text.lastIndexOf("@");
  return at > 0 ? { set: text.slice(0, at), which: text.slice(at + 1), asOf } : { set: text, which: null, asOf };
}

/** A shelf that is a folder. */
export interface FolderOfReleases {
  readonly folder: string;
  readonly shelf: Shelf;
}

/** A release, and where it stands; or why there is none, as a sentence. */
export type Chosen =
  | { readonly ok: true; readonly release: ShelvedRelease; readonly at: FolderOfReleases }
  | { readonly ok: false; readonly problem: string };

interface Placed {
  readonly release: ShelvedRelease;
  readonly at: FolderOfReleases;
}

/** Of all the folders: who names no version gets the latest there is. */
export async function chooseRelease(folders: readonly FolderOfReleases[], wanted: Wanted): Promise<Chosen> {
  const placed: Placed[] = [];
  for (const at of folders) {
    const { releases, damaged } = await at.shelf.list(wanted.set);
    if (damaged[0] !== undefined)
      return none(`\`${damaged[0].file}\` is not a release as it was made. ${damaged[0].problem}`);
    placed.push(...releases.map((release) => ({ release, at })));
  }
  return among(placed.toSorted(latestFirst), wanted);
}

function latestFirst(a: Placed, b: Placed): number {
  return rcompare(a.release.manifest.version, b.release.manifest.version);
}

function among(placed: readonly Placed[], { set, which, asOf }: Wanted): Chosen {
  if (placed.length === 0) return none(`There is no release of \`${set}\` there.`);
  const named = placed.filter(
    ({ release: { manifest, digest } }) => which === null || manifest.version === which || digest === which,
  );
  if (named.length === 0) return none(`There is no release ${which} of \`${set}\` there.`);
  const chosen = asOf === null ? named[0] : inForce(named, asOf);
  return chosen === undefined ? none(`No release of \`${set}\` is in force on ${asOf}.`) : { ok: true, ...chosen };
}

/** Of those that have begun by a day the one that began last, if it has not ended: an end brings no older one back. */
function inForce(placed: readonly Placed[], day: string): Placed | undefined {
  const begun = placed.filter(({ release: { effective } }) => effective !== null && effective.from <= day);
  const fromOf = ({ release }: Placed) => release.effective?.from ?? "";
  // The latest version comes first, and the sorting keeps it so among those of one day.
  const [last] = begun.toSorted((a, b) => (fromOf(a) === fromOf(b) ? 0 : fromOf(a) < fromOf(b) ? 1 : -1));
  const to = last?.release.effective?.to ?? null;
  return to === null || day <= to ? last : undefined;
}

function none(problem: string): Chosen {
  return { ok: false, problem };
}

/** The folders of releases in a folder: itself, the releases of the set it is, or those of the sets it holds. They are only read. */
export async function foldersIn(folder: string): Promise<readonly FolderOfReleases[]> {
  const names = await readdir(folder).catch(() => []);
  const folders = [folder, join(folder, "releases"), ...names.map((name) => join(folder, name, "releases"))];
  const present = await Promise.all(folders.map(isShelf));
  const found = folders.filter((_, at) => present[at] === true);
  return found.map((each) => ({ folder: each, shelf: folderShelf(each, join(each, "no keys")) }));
}

async function isShelf(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const hasLog = await access(join(folder, LOG_FILE)).then(
    () => true,
    () => false,
  );
  return hasLog || names.some((name) => name.endsWith(".tgz"));
}
