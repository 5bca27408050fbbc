import { AsyncLocalStorage } from "node:async_hooks";

/** Our id of the provider, in addresses and in the database. */
export const PROVIDER = "oidc";
/** Where the provider sends people back to, below the address. */
export const CALLBACK_PATH = `/api/auth/callback/${PROVIDER}`;

/** What becomes known of a sign-in at the provider while it comes to its end. */
export interface Underway {
  /** When the person showed a credential there; `null`: the provider did not say. */
  authenticatedAt: Date | null;
  /** For whom a session was opened. */
  personId: string | null;
}

/** Set while the library finishes a sign-in at the provider: its hooks are not told what we need to know. */
export const underway = new AsyncLocalStorage<Underway>();
