import type { Database } from "../../store/index.ts";
import type { Library } from "./library.ts";
import type { Reached } from "./reach.ts";

/** What signing in needs. */
export interface Team {
  readonly database: Database;
  readonly library: Library;
  readonly clock: () => Date;
  /** The address people use, without a path. */
  readonly address: string;
  /** The other way to sign in; `null`: there is none. */
  readonly provider: {
    /** How it is called. */
    readonly name: string;
    readonly reach: () => Promise<Reached>;
    /** In milliseconds: longer nobody waits for it. */
    readonly patience: number;
  } | null;
}
