import { createHash, randomBytes, randomUUID } from "node:crypto";
import { type Database, record } from "../../store/index.ts";
import { done, type Outcome, refuse } from "./outcome.ts";
import { findActive, type Person } from "./person.ts";

/** A token of the command line, without its secret. */
export interface AccessToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const MOST_TOKENS = 20;
const PREFIX = "precept_";
const DAY_MILLISECONDS = 24 * 3600 * 1000;

export async function listTokens(database: Database, personId: string, now: Date): Promise<readonly AccessToken[]> {
  return database
    .selectFrom("access_token")
    .select(["id", "name", "created_at as createdAt", "expires_at as expiresAt"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now)
    .orderBy("created_at")
    .execute();
}

/** The secret is in this answer only: the database keeps its SHA-256. It is 256 bits of chance, so no salt is needed. */
export async function makeToken(
  database: Database,
  personId: string,
  { name, days }: { readonly name: string; readonly days: number },
  at: Date,
): Promise<Outcome<AccessToken & { readonly secret: string }>> {
  const secret = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  const token = { id: randomUUID(), name, createdAt: at, expiresAt: new Date(at.getTime() + days * DAY_MILLISECONDS) };
  if ((await listTokens(database, personId, at)).length >= MOST_TOKENS)
    return refuse(409, `A person has at most ${MOST_TOKENS} tokens: end one first.`);
  return database.transaction().execute(async (transaction) => {
    const hash = hashOf(secret);
    const dates = { created_at: at, expires_at: token.expiresAt };
    await transaction
      .insertInto("access_token")
      .values({ id: token.id, person_id: personId, name, hash, ...dates })
      .execute();
    const detail = { name, until: token.expiresAt.toISOString() };
    await record(transaction, { actor: personId, action: "make token", subject: token.id, detail, at });
    return done({ ...token, secret });
  });
}

export async function endToken(database: Database, personId: string, id: string, at: Date): Promise<Outcome<null>> {
  return database.transaction().execute(async (transaction) => {
    const ended = await transaction
      .deleteFrom("access_token")
      .where("id", "=", id)
      .where("person_id", "=", personId)
      .returning("name")
      .executeTakeFirst();
    if (ended === undefined) return refuse(404, "You have no such token.");
    await record(transaction, { actor: personId, action: "end token", subject: id, detail: { name: ended.name }, at });
    return done(null);
  });
}

/** Whose token an `Authorization` header carries. */
export async function personOfToken(database: Database, authorization: string, now: Date): Promise<Person | null> {
  const secret = /^Bearer (precept_[\w-]{43})$/i.exec(authorization)?.[1];
  if (secret === undefined) return null;
  const row = await database
    .selectFrom("access_token")
    .select("person_id")
    .where("hash", "=", hashOf(secret))
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row === undefined ? null : findActive(database, { id: row.person_id });
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
