import { randomBytes, randomUUID } from "node:crypto";
import { type Database, record } from "../../store/index.ts";
import type { Actor } from "../actor.ts";
import { done, type Outcome, refuse } from "./outcome.ts";
import { findActive } from "./person.ts";
import type { Team } from "./team.ts";
import { hashIdentifier } from "./identifiers.ts";
import { answerOrRefusal } from "./libraryRefusal.ts";

const LINK_HOURS = 72;

/** An address at which a person sets a password, once, until it expires. The database keeps a hash of its secret. */
export interface OneTimeLink {
  readonly url: string;
  readonly expiresAt: Date;
}

const identifierOf = (secret: string) => `reset-password:${secret}`;

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
  const row = { identifier: await hashIdentifier(identifierOf(secret)), value: personId, expires_at: expiresAt };
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

async function endLinks(transaction: Database, personId: string): Promise<void> {
  await transaction.deleteFrom("sign_in_verification").where("value", "=", personId).execute();
}

/** Sets the password that a one-time link is for. The link is used up, and sessions from before are over. */
export async function usePasswordLink(
  { library, database, clock }: Team,
  token: string,
  password: string,
): Promise<Outcome<null>> {
  const { internalAdapter } = await library.$context;
  const found = await internalAdapter.findVerificationValue(identifierOf(token));
  const asked = await answerOrRefusal(library.api.resetPassword({ body: { token, newPassword: password } }), {
    INVALID_TOKEN: refuse(403, "This link was used already, or is too old. Ask an admin for a new one."),
  });
  if (!asked.ok) return asked;
  const personId = found?.value ?? "";
  await database
    .transaction()
    .execute((transaction) =>
      record(transaction, { actor: personId, action: "set password", subject: personId, detail: {}, at: clock() }),
    );
  return done(null);
}
