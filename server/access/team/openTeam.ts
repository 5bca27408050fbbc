import { randomBytes } from "node:crypto";
import { COOKIE_SECRET, type Database } from "../../store/index.ts";
import type { ProviderSettings } from "./discovery.ts";
import { reacher } from "./reach.ts";
import type { Team } from "./team.ts";

export interface TeamSettings {
  readonly database: Database;
  readonly clock: () => Date;
  /** The address people use, without a path: `https://precept.example`. */
  readonly address: string;
  readonly provider: ProviderSettings | null;
  /** For how many milliseconds anybody waits for the provider; left out: 5000. */
  readonly patience?: number;
}

/** Accounts: people are listed by an admin and sign in with a password or at the provider. */
export async function openTeam({ database, clock, address, provider, patience = 5000 }: TeamSettings): Promise<Team> {
  // Loaded only here: one person at their own machine needs nothing of it.
  const { createLibrary } = await import("./library.ts");
  const around = { address, secret: await cookieSecret(database) };
  const library = createLibrary(database, { ...around, provider: null });
  if (provider === null) return { database, library, clock, address, provider };
  const make = (userInfo: string | null) => createLibrary(database, { ...around, provider: { ...provider, userInfo } });
  const reach = reacher({ settings: provider, make, clock, patience });
  return { database, library, clock, address, provider: { name: provider.name, reach, patience } };
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
