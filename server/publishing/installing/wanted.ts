import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { rcompare } from "semver";
import type { Effective } from "../../../engine/attestation/index.ts";
import { isEverInForce } from "../../../engine/release/index.ts";
import { folderShelf, LOG_FILE } from "../shelves/index.ts";
import type { Shelf, ShelvedRelease } from "../shelves/index.ts";

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

/** What a choice among releases goes by. */
export interface Choice {
  readonly version: string;
  /** Of its content. */
  readonly digest: string;
  /** The days of service it is in force on; `null`: nothing says so. */
  readonly effective: Effective | null;
}

/** The one that is wanted, or why there is none, as a sentence. */
export type Chosen<T> = { readonly ok: true; readonly chosen: T } | { readonly ok: false; readonly problem: string };

interface Placed extends Choice {
  readonly release: ShelvedRelease;
  readonly at: FolderOfReleases;
}

/** Of all the folders: who names no version gets the latest there is. */
export async function chooseRelease(folders: readonly FolderOfReleases[], wanted: Wanted): Promise<Chosen<Placed>> {
  const placed: Placed[] = [];
  for (const at of folders) {
    const { releases, damaged } = await at.shelf.list(wanted.set);
    if (damaged[0] !== undefined)
      return none(`\`${damaged[0].file}\` is not a release as it was made. ${damaged[0].problem}`);
    for (const release of releases) {
      const { manifest, digest, effective } = release;
      placed.push({ version: manifest.version, digest, effective, release, at });
    }
  }
  return chooseAmong(placed, wanted);
}

/** Of releases of one set, in any order. */
export function chooseAmong<T extends Choice>(choices: readonly T[], { set, which, asOf }: Wanted): Chosen<T> {
  if (choices.length === 0) return none(`There is no release of \`${set}\` there.`);
  const named = choices
    .filter(({ version, digest }) => which === null || version === which || digest === which)
    .toSorted((a, b) => rcompare(a.version, b.version));
  if (named.length === 0) return none(`There is no release ${which} of \`${set}\` there.`);
  const chosen = asOf === null ? named[0] : inForce(named, asOf);
  return chosen === undefined ? none(`No release of \`${set}\` is in force on ${asOf}.`) : { ok: true, chosen };
}

/** Of those that have begun by a day the one that began last, if it has not ended: an end brings no older one back. */
function inForce<T extends Choice>(choices: readonly T[], day: string): T | undefined {
  const begun = choices.filter(({ effective }) => effective !== null && effective.from <= day && isDeciding(effective));
  const fromOf = ({ effective }: Choice) => effective?.from ?? "";
  // The latest version comes first, and the sorting keeps it so among those of one day.
  const [last] = begun.toSorted((a, b) => (fromOf(a) === fromOf(b) ? 0 : fromOf(a) < fromOf(b) ? 1 : -1));
  const to = last?.effective?.to ?? null;
  return to === null || day <= to ? last : undefined;
}

const isDeciding = ({ from, to }: Effective): boolean => isEverInForce({ effectiveFrom: from, effectiveTo: to });

function none(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}

/**
 * The folders of releases in a folder: itself, the releases of the set it is, or those of the sets it holds; those with a log first, since
 * what was installed beside knows the log only as it was then. They are only read.
 */
export async function foldersIn(folder: string): Promise<readonly FolderOfReleases[]> {
  const names = await readdir(folder).catch(() => []);
  const folders = [folder, join(folder, "releases"), ...names.map((name) => join(folder, name, "releases"))];
  const held = await Promise.all(folders.map((each) => readdir(each).catch(() => [])));
  const found = folders.flatMap((each, at) => {
    const files = held[at] ?? [];
    const hasLog = files.includes(LOG_FILE);
    return hasLog || files.some((name) => name.endsWith(".tgz")) ? [{ folder: each, hasLog }] : [];
  });
  return found
    .toSorted((a, b) => Number(b.hasLog) - Number(a.hasLog))
    .map((each) => ({ folder: each.folder, shelf: folderShelf(each.folder, join(each.folder, "no keys")) }));
}
