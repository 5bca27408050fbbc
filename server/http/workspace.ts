import type { Access } from "../access/index.ts";
import type { Keeping } from "../determinations/index.ts";
import type { KeySecret } from "../publishing/index.ts";
import type { Database } from "../store/index.ts";

/** What a server works on, and where it says what it does. */
export interface Workspace {
  /** The folder whose folders are guideline sets: taken in at the start; a set's releases stand in its folder. */
  readonly guidelines: string;
  /** With accounts: whose the texts of the folder are, by the id of a person; left out: the folder is not taken in. */
  readonly importAs?: string;
  /** The built studio, served at `/`. */
  readonly studio: string;
  /** What is kept: drafts, reviews, releases, the audit log. Whoever opened it closes it, after the server. */
  readonly database: Database;
  /** The time of this moment. */
  readonly clock: () => Date;
  /** That cases and reasons are kept, sealed; left out: nothing that a case says is kept. */
  readonly keeping?: Keeping | null;
  /** What signing keys are sealed with in the store; left out: nothing is published or retired here, nor any release run. */
  readonly keySecret?: KeySecret | null;
  /** How the server knows who asks. */
  readonly access: Access;
  /** One line, without content of cases. */
  readonly report: (line: string) => void;
}
