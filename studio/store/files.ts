import type { StoredFile } from "../api/index.ts";
import type { Draft } from "./draft.ts";
import type { FileVersion } from "./version.ts";

/** A file of the set as the person has it on screen. */
export interface WorkFile {
  readonly path: string;
  readonly kind: StoredFile["kind"];
  readonly text: string;
  /** The version the text was typed over; `null`: not saved yet. */
  readonly base: FileVersion | null;
  /**
   * Set by a save until a listing shows the saved version: the version saved over (`new`: there was none), which listings
   * that were under way before the save still tell of.
   */
  readonly savedOver: string | null;
  /** Set while the text comes from a draft that the person has not yet saved, discarded or typed on. */
  readonly restored: boolean;
  readonly saving: "idle" | "saving" | "unreachable" | "refused";
  /** Why the last save was refused, in words. */
  readonly refusal: string | null;
  /** What is saved when it is neither the base nor what was typed; `gone`: the file was removed. */
  readonly theirs: FileVersion | "gone" | null;
  /** Why the file has no text: too large, not UTF-8. */
  readonly unreadable: string | null;
}

export type Files = Readonly<Record<string, WorkFile>>;

export function isUnsaved(file: WorkFile): boolean {
  return file.base === null || file.text !== file.base.text;
}

/** A file that is not saved yet. */
export function newFile(path: string, kind: StoredFile["kind"], text: string): WorkFile {
  const nothing = { savedOver: null, restored: false, saving: "idle", refusal: null, theirs: null, unreadable: null };
  return { ...nothing, path, kind, text, base: null, saving: "idle" };
}

/** A file as it comes from the server, with the draft this browser kept of it, if any. */
export function openFile(stored: StoredFile, draft?: Draft): WorkFile {
  const disk = { text: stored.text, etag: stored.etag };
  const file = { ...newFile(stored.path, stored.kind, stored.text), base: disk, unreadable: stored.unreadable ?? null };
  if (draft === undefined || draft.text === stored.text) return file;
  const sameBase = draft.base?.etag === stored.etag;
  return { ...file, text: draft.text, base: draft.base, restored: true, theirs: sameBase ? null : disk };
}

/** A draft of a file that the server does not have: it was never saved, or it was removed meanwhile. */
export function openDraft(path: string, draft: Draft): WorkFile {
  const file = { ...newFile(path, kindOf(path), draft.text), base: draft.base, restored: true };
  return draft.base === null ? file : { ...file, theirs: "gone" };
}

function kindOf(path: string): StoredFile["kind"] {
  if (path.endsWith(".guideline")) return "guideline";
  return path.startsWith("cases/") ? "case" : "other";
}

/** Brings what the server lists now into what is on screen; typed text is never replaced. */
export function mergeListing(files: Files, listing: readonly StoredFile[]): Files {
  const listed = new Map(listing.map((stored) => [stored.path, stored]));
  const known = Object.values(files).flatMap((file) => {
    const stored = listed.get(file.path);
    return stored === undefined ? withoutDisk(file) : [mergeDisk(file, stored)];
  });
  const found = listing.filter(({ path }) => files[path] === undefined).map((stored) => openFile(stored));
  const merged = [...known, ...found];
  const same = merged.length === Object.keys(files).length && merged.every((file) => files[file.path] === file);
  return same ? files : Object.fromEntries(merged.map((file) => [file.path, file]));
}

/** A file the listing does not hold: typed text stays, and saving it will ask; a file nobody typed in goes. */
function withoutDisk(file: WorkFile): readonly WorkFile[] {
  return isUnsaved(file) || file.saving === "saving" || file.savedOver !== null ? [file] : [];
}

function mergeDisk(file: WorkFile, stored: StoredFile): WorkFile {
  if (file.base?.etag === stored.etag) return file.savedOver === null ? file : { ...file, savedOver: null };
  if (file.saving === "saving" || file.savedOver === stored.etag) return file;
  const disk = { text: stored.text, etag: stored.etag };
  const untouched = !isUnsaved(file) || file.text === stored.text;
  const unreadable = stored.unreadable ?? null;
  if (untouched)
    return { ...file, text: stored.text, base: disk, theirs: null, restored: false, savedOver: null, unreadable };
  const known = file.theirs !== null && file.theirs !== "gone" && file.theirs.etag === stored.etag;
  return known ? file : { ...file, theirs: disk };
}
