import type { StoredFile } from "../api/index.ts";
import type { Draft } from "./drafts.ts";
import type { FileVersion } from "./version.ts";

/** A file of the set as the person has it on screen. */
export interface WorkFile {
  readonly path: string;
  readonly kind: StoredFile["kind"];
  readonly text: string;
  /** The version the text was typed over; `null`: not saved yet. */
  readonly base: FileVersion | null;
  /** Set while the text comes from a draft that the person has not yet saved, discarded or typed on. */
  readonly restored: boolean;
  readonly saving: "idle" | "saving" | "unreachable" | "refused";
  /** Why the last save was refused, in words. */
  readonly refusal: string | null;
  /** What stands on disk when it is neither the base nor what was typed; `gone`: the file was removed. */
  readonly theirs: FileVersion | "gone" | null;
  /** Why the file has no text: too large, not UTF-8. */
  readonly unreadable: string | null;
}

export type Files = Readonly<Record<string, WorkFile>>;

export function isUnsaved(file: WorkFile): boolean {
  return file.base === null || file.text !== file.base.text;
}

/** A file as it comes from the server, with the draft this browser kept of it, if any. */
export function openFile(stored: StoredFile, draft: Draft | undefined): WorkFile {
  const disk = { text: stored.text, etag: stored.etag };
  const file: WorkFile = {
    path: stored.path,
    kind: stored.kind,
    text: stored.text,
    base: disk,
    restored: false,
    saving: "idle",
    refusal: null,
    theirs: null,
    unreadable: stored.unreadable ?? null,
  };
  if (draft === undefined || draft.text === stored.text) return file;
  const sameBase = draft.base?.etag === stored.etag;
  return { ...file, text: draft.text, base: draft.base, restored: true, theirs: sameBase ? null : disk };
}

/** Brings what the server says now into what is on screen; typed text is never replaced. */
export function mergeDisk(file: WorkFile, stored: StoredFile): WorkFile {
  if (file.saving === "saving" || file.base?.etag === stored.etag) return file;
  const disk = { text: stored.text, etag: stored.etag };
  const untouched = !isUnsaved(file) || file.text === stored.text;
  if (untouched) return { ...file, text: stored.text, base: disk, theirs: null, restored: false };
  const known = typeof file.theirs === "object" && file.theirs?.etag === stored.etag;
  return known ? file : { ...file, theirs: disk };
}
