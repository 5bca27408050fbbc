import type { SignedHead } from "../../../../engine/attestation/index.ts";
import { releasedSet, savedSet } from "./texts.ts";

/** A file as its saves were answered: the etag of each, the oldest first. */
export interface SavedFile {
  readonly set: string;
  readonly path: string;
  readonly etags: string[];
  /** Of the save under way when the server was killed: it may have come in. */
  underway: string | null;
  /** How many of its saves were looked at. */
  checked: number;
}

/** What was said and signed of a change, a text for each: the action in the audit log, a tab, and what. */
export interface Said {
  readonly answered: Set<string>;
  underway: string | null;
  readonly checked: Set<string>;
}

/** A release by the SHA-256 of its bytes. */
export interface Kept {
  readonly payload: string;
  readonly attestation: string;
}

/** Everything the server has said is done. */
export interface Ledger {
  readonly files: readonly [released: SavedFile, saved: SavedFile];
  /** By the number of the change. */
  readonly changes: Map<number, Said>;
  /** Whether another change was being made. */
  isSending: boolean;
  /** Whether a change is being published, and how many milliseconds that took the last time. */
  isPublishing: boolean;
  publishingTook: number;
  /** By version. */
  readonly releases: Map<string, Kept | null>;
  /** The log of releases and the audit log, as they were found last. */
  head: SignedHead | null;
  audit: { readonly seq: number; readonly hash: string; readonly counts: Counts };
}

/** How much of each kind was found to be there, by its action in the audit log. */
export type Counts = ReadonlyMap<string, number>;

export function emptyLedger(): Ledger {
  const file = (set: string): SavedFile => ({
    set,
    path: `${set}.guideline`,
    etags: [],
    underway: null,
    checked: 0,
  });
  return {
    files: [file(releasedSet), file(savedSet)],
    changes: new Map(),
    isSending: false,
    isPublishing: false,
    publishingTook: 2000,
    releases: new Map(),
    head: null,
    audit: { seq: 0, hash: "", counts: new Map() },
  };
}

export function saidOf({ changes }: Ledger, change: number): Said {
  const said = changes.get(change) ?? { answered: new Set(), underway: null, checked: new Set() };
  changes.set(change, said);
  return said;
}

/** Asks for something that is noted as under way, and once it is answered as done. */
export async function noted<T>(said: Said, action: string, what: string, asked: () => Promise<T>): Promise<T> {
  const text = `${action}\t${what}`;
  said.underway = text;
  const answer = await asked();
  said.answered.add(text);
  said.underway = null;
  return answer;
}

export function countsOf({ files, changes, releases }: Ledger): Counts {
  const counts = new Map([
    ["save file", files.reduce((sum, { checked }) => sum + checked, 0)],
    ["publish release", [...releases.values()].filter((kept) => kept !== null).length],
  ]);
  for (const { checked } of changes.values())
    for (const text of checked) {
      const action = text.split("\t")[0] ?? "";
      counts.set(action, (counts.get(action) ?? 0) + 1);
    }
  return counts;
}
