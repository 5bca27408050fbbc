import { randomUUID } from "node:crypto";
import { type Database, record } from "../../store/index.ts";
import type { Actor, Role } from "../actor.ts";
import { endAll } from "./ending.ts";
import { done, type Outcome, refuse } from "./outcome.ts";
import { holdPeople, type Person, rolesText } from "./person.ts";

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

type By = Pick<Actor, "id">;

/** Lists somebody, who may then enter: by a one-time link, or through the provider with this email. */
export async function addPerson(
  database: Database,
  by: By,
  { name, email, roles }: NewPerson,
  at: Date,
): Promise<Outcome<Person>> {
  const person: Person = { id: randomUUID(), name, email: email.toLowerCase(), roles, active: true, createdAt: at };
  return database.transaction().execute(async (transaction) => {
    const added = await transaction
      .insertInto("person")
      .values({ id: person.id, name, email: person.email, roles: rolesText(roles), created_at: at })
      .onConflict((conflict) => conflict.column("email").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return refuse(409, "Somebody with this email is listed already.");
    const detail = { name, email: person.email, roles: [...roles] };
    await record(transaction, { actor: by.id, action: "add person", subject: person.id, detail, at });
    return done(person);
  });
}

export interface PersonChange {
  readonly roles?: readonly Role[] | undefined;
  readonly active?: boolean | undefined;
}

/**
 * Changes what somebody may do. Whoever may not enter any more loses sessions and tokens at the same moment. There is
 * always somebody who may do this.
 */
export async function changePerson(
  database: Database,
  by: By,
  id: string,
  { roles, active }: PersonChange,
  at: Date,
): Promise<Outcome<Person>> {
  return database.transaction().execute(async (transaction) => {
    const people = await holdPeople(transaction);
    const before = people.find((person) => person.id === id);
    if (before === undefined) return refuse(404, "Nobody like this is listed.");
    const after: Person = { ...before, roles: roles ?? before.roles, active: active ?? before.active };
    if (!people.some((person) => isAdmin(person.id === id ? after : person)))
      return refuse(409, "Somebody must be admin: make another person admin first.");
    await transaction
      .updateTable("person")
      .set({ roles: rolesText(after.roles), active: after.active, updated_at: at })
      .where("id", "=", id)
      .execute();
    if (!after.active) await endAll(transaction, id);
    const detail = { roles: [...after.roles], active: after.active };
    await record(transaction, { actor: by.id, action: "change person", subject: id, detail, at });
    return done(after);
  });
}

const isAdmin = ({ active, roles }: Person) => active && roles.includes("admin");
