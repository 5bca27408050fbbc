import { type Database, record } from "../store/index.ts";
import type { Access } from "./access.ts";
import { localAccess } from "./local.ts";
import { keepLocalName, localName } from "./localName.ts";
import type { Outcome } from "./team/index.ts";

interface Opening {
  /** Remembered; without it, the name that was. */
  readonly name?: string;
  /** Somebody says that they mean to, and it is written in the audit log. */
  readonly evenIfTeam: boolean;
}

/**
 * For the one person at this machine, who has every role and shows no credential. A store that lists people is a team's:
 * who only has its database must not sign there by starting a server of their own.
 */
export async function openLocal(
  database: Database,
  { name, evenIfTeam }: Opening,
  clock: () => Date,
): Promise<Outcome<Access>> {
  const isTeams = await listsPeople(database);
  if (isTeams && !evenIfTeam) return teamsOwn;
  if (name !== undefined) await keepLocalName(database, name);
  const called = await localName(database);
  if (isTeams) await tell(database, called, clock());
  return { ok: true, value: localAccess(called) };
}

const teamsOwn: Outcome<never> = {
  ok: false,
  status: 409,
  detail:
    "This store is a team's: people are listed in it. Without --team whoever starts the server has every role in it. Start it with --team, or with --even-if-team, which is written in its audit log.",
};

async function listsPeople(database: Database): Promise<boolean> {
  return (await database.selectFrom("person").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function tell(database: Database, name: string, at: Date): Promise<void> {
  const event = { actor: "local", action: "open as one person", subject: "store", detail: { name }, at };
  await database.transaction().execute((transaction) => record(transaction, event));
}
