import type { Database } from "../../store/index.ts";
import type { Library } from "./library.ts";

/** What signing in needs. */
export interface Team {
  readonly database: Database;
  readonly library: Library;
  readonly clock: () => Date;
  /** The address people use, without a path. */
  readonly address: string;
  /** How the other way to sign in is called; `null`: there is none. */
  readonly provider: string | null;
}
