import { z } from "zod";
import type { Database } from "../../store/index.ts";
import { type Actor, roles, type Role } from "../actor.ts";

/** Somebody who is listed: who may enter, and as what. */
export interface Person extends Actor {
  /** In lower case. */
  readonly email: string;
  /** Who is not active may not enter; what they signed stays. */
  readonly active: boolean;
  readonly createdAt: Date;
}

const rolesSchema = z.array(z.enum(roles));

export function rolesText(given: readonly Role[]): string {
  return JSON.stringify(roles.filter((role) => given.includes(role)));
}

const columns = ["id", "name", "email", "roles", "active", "created_at"] as const;
type Row = { id: string; name: string; email: string; roles: string; active: boolean; created_at: Date };

const asPerson = ({ roles: text, created_at: createdAt, ...row }: Row): Person => ({
  ...row,
  // A column that does not say roles gives none.
  roles: rolesSchema.catch([]).parse(JSON.parse(text)),
  createdAt,
});

/** By name, those who may enter first. */
export async function listPeople(database: Database): Promise<readonly Person[]> {
  const rows = await database
    .selectFrom("person")
    .select(columns)
    .orderBy("active", "desc")
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(asPerson);
}

/** `null`: there is none, or they may not enter. */
export async function findActive(
  database: Database,
  by: { readonly id: string } | { readonly email: string },
): Promise<Person | null> {
  const query = database.selectFrom("person").select(columns).where("active", "=", true);
  const row = await ("id" in by
    ? query.where("id", "=", by.id)
    : query.where("email", "=", by.email)
  ).executeTakeFirst();
  return row === undefined ? null : asPerson(row);
}

/** The name of who is listed; anybody else goes by what is kept of them. */
export async function nameOfPerson(database: Database, id: string): Promise<string> {
  const row = await database.selectFrom("person").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name ?? id;
}

/** Everybody who is listed, held until the transaction ends, so that two changes at once do not leave no admin. */
export async function holdPeople(transaction: Database): Promise<readonly Person[]> {
  return (await transaction.selectFrom("person").select(columns).orderBy("id").forUpdate().execute()).map(asPerson);
}
