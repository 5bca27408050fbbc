import type { Actor } from "../access/index.ts";
import type { Database } from "../store/index.ts";

/** A person by id and name. */
export type NameOf = (id: string) => { readonly id: string; readonly name: string };

/** Names of people as they are now; who is not listed goes by their id. */
export async function namesOf(
  database: Database,
  ids: readonly string[],
  asker: Pick<Actor, "id" | "name">,
): Promise<NameOf> {
  const wanted = [...new Set(ids)];
  const rows = await database
    .selectFrom("person")
    .select(["id", "name"])
    .where("id", "in", wanted.length === 0 ? [""] : wanted)
    .execute();
  const names = new Map([...rows, asker].map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}
