import type { Access } from "../access/index.ts";

/** What a server works on, and where it says what it does. */
export interface Workspace {
  /** The folder whose folders are guideline sets. */
  readonly guidelines: string;
  /** The built studio, served at `/`. */
  readonly studio: string;
  /** How the server knows who asks. */
  readonly access: Access;
  /** One line, without content of cases. */
  readonly report: (line: string) => void;
}
