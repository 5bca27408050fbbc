import { randomBytes } from "node:crypto";
import { COOKIE_SECRET, type Database } from "../../store/index.ts";
import type { ProviderSettings } from "./provider.ts";
import type { Team } from "./team.ts";

export interface TeamSettings {
  readonly database: Database;
  readonly clock: () => Date;
  /** The address people use, without a path: `https://precept.example`. */
  readonly address: string;
  readonly provider: ProviderSettings | null;
}

/** Accounts: people are listed by an admin and sign in with a password or at the provider. */
export async function openTeam({ database, clock, address, provider }: TeamSettings): Promise<Team> {
  // Loaded only here: one person at their own machine needs nothing of it.
  const { createLibrary } = await import("./library.ts");
  const library = createLibrary(database, { address, secret: await cookieSecret(database), provider });
  return { database, library, clock, address, provider: provider?.name ?? null };
}

/** What cookies are signed with, made once: sessions outlive a restart, and several servers may share a database. */
async function cookieSecret(database: Database): Promise<string> {
  const made = { name: COOKIE_SECRET, value: randomBytes(32).toString("base64url") };
  await database
    .insertInto("setting")
    .values(made)
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const found = database.selectFrom("setting").select("value").where("name", "=", COOKIE_SECRET);
  return (await found.executeTakeFirstOrThrow()).value;
}
