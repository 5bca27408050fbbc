import { createHash } from "node:crypto";
import type { StoredFile } from "../../folders/index.ts";

/** A guideline set as it is worked on: what stands now of every file. */
export interface Draft {
  readonly set: string;
  /** Of the newest change; any change of any file makes it greater. */
  readonly revision: number;
  /** The manifest first, then by kind and path. */
  readonly files: readonly DraftFile[];
}

/** A file of a draft; its etag is its hash in quotes. */
export interface DraftFile extends StoredFile {
  /** SHA-256 of the bytes in hexadecimal digits; of a file that is not read, of its state. */
  readonly sha256: string;
  /** The one that it stands since. */
  readonly revision: number;
}

/** Who changes something, when, and what they say of it. */
export interface By {
  /** The id of an actor. */
  readonly actor: string;
  readonly at: Date;
  readonly note?: string;
}

/** What is to stand at a path: a text, or why there is none. */
export interface Content {
  readonly text: string | null;
  readonly unreadable: string | null;
  readonly sha256: string;
  /** Of the text; 0 where there is none. */
  readonly bytes: number;
}

/** `content: null` removes the file. */
export interface Change {
  readonly path: string;
  readonly content: Content | null;
}

export function textContent(text: string): Content {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { text, unreadable: null, sha256, bytes: Buffer.byteLength(text) };
}

export const quoted = (sha256: string) => `"${sha256}"`;
