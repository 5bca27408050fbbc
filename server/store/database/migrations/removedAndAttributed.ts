import { type Kysely, sql } from "kysely";

/** Drafts that were removed and can be brought back, and whose texts are that nobody who is listed wrote. */
const statements = [
  // `removed_after`: the revision that stood when the set was removed, to which it can be brought back.
  "alter table guideline_set add column removed_after integer",
  "alter table guideline_set add check (release_name is null or removed_after is null)",

  // Whose the texts of a set up to a revision are: of each person that is named.
  `create table attribution (
     id integer generated always as identity primary key,
     set_name text not null references guideline_set,
     revision integer not null,
     person_id text not null,
     made_by text not null,
     at timestamptz not null)`,
  "create trigger append_only before update or delete on attribution for each statement execute function refuse_change()",
  "create trigger never_emptied before truncate on attribution for each statement execute function refuse_change()",
];

export const removedAndAttributed = {
  async up(database: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
