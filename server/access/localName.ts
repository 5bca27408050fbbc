import { personNameSchema } from "../protocol/index.ts";
import type { Database } from "../store/index.ts";

const DEFAULT_NAME = "Local author";
const SETTING = "local name";

/** The name of the one person at this machine, as it is printed beside signatures. */
export async function localName(database: Database): Promise<string> {
  const kept = database.selectFrom("setting").select("value").where("name", "=", SETTING);
  return personNameSchema.catch(DEFAULT_NAME).parse((await kept.executeTakeFirst())?.value);
}

/** Remembers it; what was signed before keeps the name it was signed with. */
export async function keepLocalName(database: Database, name: string): Promise<void> {
  await database
    .insertInto("setting")
    .values({ name: SETTING, value: name })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: name }))
    .execute();
}
