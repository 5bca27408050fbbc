import { randomBytes, randomUUID } from "node:crypto";
import { type Database, record } from "../../store/index.ts";
import type { Actor } from "../actor.ts";
import { hashIdentifier } from "./identifiers.ts";
import { done, type Outcome, refuse } from "./outcome.ts";
import { passwordProblem } from "./passwords.ts";
import { endAll, endLinks } from "./ending.ts";
import { findActive, nameOfPerson } from "./person.ts";
import { noteReset } from "./resets.ts";
import type { Team } from "./team.ts";

const LINK_HOURS = 72;

/** An address at which a person sets a password, once, until it expires. The database keeps a hash of its secret. */
export interface OneTimeLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const identifierOf = (secret: string) => hashIdentifier(`reset-password:${secret}`);

/** A new link; those made before for the same person end. */
export async function makeLink(
  { database, address, clock }: Pick<Team, "database" | "address" | "clock">,
  by: Pick<Actor, "id">,
  personId: string,
): Promise<Outcome<OneTimeLink>> {
  if ((await findActive(database, { id: personId })) === null) return refuse(404, "Nobody like this may enter.");
  const secret = randomBytes(24).toString("base64url");
  const at = clock();
  const expiresAt = new Date(at.getTime() + LINK_HOURS * 3600 * 1000);
  const row = { identifier: await identifierOf(secret), value: personId, made_by: by.id, expires_at: expiresAt };
  await database.transaction().execute(async (transaction) => {
    await endLinks(transaction, personId);
    await transaction
      .insertInto("sign_in_verification")
      .values({ id: randomUUID(), ...row, created_at: at, updated_at: at })
      .execute();
    await record(transaction, { actor: by.id, action: "make one-time link", subject: personId, detail: {}, at });
  });
  // After `#`, so that no proxy and no log on the way sees the secret.
  return done({ url: `${address}/welcome#${secret}`, expiresAt });
}

const over = refuse(403, "This link was used already, or is too old. Ask an admin for a new one.");

/**
 * Sets the password that a one-time link is for. The link is used up, and sessions and tokens from before are over: whoever
 * had them may not be who has the link. Who could enter before is told at the next sign-in whose link it was.
 */
export async function usePasswordLink(
  { library, database, clock }: Team,
  secret: string,
  password: string,
): Promise<Outcome<null>> {
  const unfit = passwordProblem(password);
  if (unfit !== null) return refuse(422, unfit);
  const [identifier, at] = [await identifierOf(secret), clock()];
  // Nobody without a link makes the server hash.
  if ((await findLink(database, identifier, at)) === null) return over;
  const hash = await (await library.$context).password.hash(password);
  return database.transaction().execute(async (transaction) => {
    const link = await takeLink(transaction, identifier, at);
    if (link === null || (await findActive(transaction, { id: link.person })) === null) return over;
    const couldEnter = await keepPassword(transaction, link.person, hash, at);
    await endAll(transaction, link.person);
    if (couldEnter) await noteReset(transaction, link.person, link.madeBy, at);
    const detail = { link: await nameOfPerson(transaction, link.madeBy), linkBy: link.madeBy, anew: couldEnter };
    await record(transaction, { actor: link.person, action: "set password", subject: link.person, detail, at });
    return done(null);
  });
}

interface Link {
  readonly person: string;
  readonly madeBy: string;
}

async function findLink(database: Database, identifier: string, at: Date): Promise<Link | null> {
  const row = await database
    .selectFrom("sign_in_verification")
    .select(["value as person", "made_by as madeBy"])
    .where("identifier", "=", identifier)
    .where("expires_at", ">", at)
    .executeTakeFirst();
  return row === undefined || row.madeBy === null ? null : { person: row.person, madeBy: row.madeBy };
}

/** Of two who use it at once, one has it. */
async function takeLink(transaction: Database, identifier: string, at: Date): Promise<Link | null> {
  const link = await findLink(transaction, identifier, at);
  const taken = await transaction
    .deleteFrom("sign_in_verification")
    .where("identifier", "=", identifier)
    .returning("id")
    .executeTakeFirst();
  return taken === undefined ? null : link;
}

/** As the library keeps it. Whether the person could enter before, by a password or through the provider. */
async function keepPassword(transaction: Database, personId: string, password: string, at: Date): Promise<boolean> {
  const accounts = await transaction
    .selectFrom("sign_in_account")
    .select(["id", "provider_id"])
    .where("person_id", "=", personId)
    .execute();
  const own = accounts.find(({ provider_id }) => provider_id === PASSWORD_PROVIDER);
  if (own !== undefined) {
    const changed = { password, updated_at: at };
    await transaction.updateTable("sign_in_account").set(changed).where("id", "=", own.id).execute();
  } else {
    const ids = { id: randomUUID(), account_id: personId, provider_id: PASSWORD_PROVIDER, person_id: personId };
    const dates = { created_at: at, updated_at: at };
    await transaction
      .insertInto("sign_in_account")
      .values({ ...ids, ...dates, password })
      .execute();
  }
  return accounts.length > 0;
}

/** How the library calls its own passwords, beside providers. */
const PASSWORD_PROVIDER = "credential";
