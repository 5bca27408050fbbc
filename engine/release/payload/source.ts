import type { GuidelineSet, SetFile } from "../../set/index.ts";
import type { ArchiveFile } from "../archive.ts";
import type { ReleaseManifest } from "../manifest.ts";

/** What the files of a release that are made for its set rest on, and nothing else. */
export interface PayloadSource {
  readonly about: Pick<ReleaseManifest, "set" | "title" | "version" | "bump" | "previous" | "meaning">;
  /** Of the set, by path in code unit order. */
  readonly files: readonly SetFile[];
  readonly engine: { readonly version: string; readonly bytes: Uint8Array };
  /** What the release before holds; nothing before the first. */
  readonly before: readonly ArchiveFile[];
}

/** Read once for all of them. */
export interface PayloadSet extends PayloadSource {
  readonly set: GuidelineSet;
}

export type PayloadPart = "coverage" | "proofs" | "comparison";

export interface PayloadWork {
  readonly progress: (part: PayloadPart, done: number, of: number) => void;
  readonly shouldStop: () => boolean;
}
