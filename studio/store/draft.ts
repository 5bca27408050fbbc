import type { FileVersion } from "./version.ts";

/** Text typed and not yet saved, kept in this browser. `base` is the version it was typed over. */
export interface Draft {
  readonly text: string;
  readonly base: FileVersion | null;
}

/** A draft as it lies in the database; `at`: when it was typed, in milliseconds since 1970. */
export interface KeptDraft extends Draft {
  readonly at: number;
}
