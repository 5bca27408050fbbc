import type { OneTimeLink } from "../api/index.ts";

/** A link that was just made, and for whom. */
export interface MadeLink extends OneTimeLink {
  readonly name: string;
}
