import { done } from "../../folders/index.ts";
import { type Database, record } from "../../store/index.ts";
import { bar, type Outcome } from "../barrier.ts";
import { sinceRelease } from "../base.ts";

interface By {
  /** The id of an actor. */
  readonly actor: string;
  readonly at: Date;
}

/**
 * Says whose the texts of a set are that nobody who is listed wrote since its last release: all these people's, by their
 * ids. It is never unsaid; said again, it adds people. How many files it is about.
 */
export function attribute(
  database: Database,
  { actor, at }: By,
  set: string,
  people: readonly string[],
): Promise<Outcome<number>> {
  return database.transaction().execute(async (transaction) => {
    const held = transaction.selectFrom("guideline_set").select("revision").where("name", "=", set).forUpdate();
    const found = await held.executeTakeFirst();
    if (found === undefined) return bar(404, `There is no guideline set \`${set}\` here.`);
    const wanted = [...new Set(people)];
    const listed = await transaction.selectFrom("person").select("id").where("id", "in", wanted).execute();
    if (listed.length < wanted.length) return bar(422, "Texts are somebody's who is listed here, or was.");
    const files = await filesOfNobody(transaction, set, await sinceRelease(transaction, set));
    if (files === 0) return bar(409, "Of every text of this set it is known whose it is.");
    const row = { set_name: set, revision: found.revision, made_by: actor, at };
    await transaction
      .insertInto("attribution")
      .values(wanted.map((person_id) => ({ ...row, person_id })))
      .execute();
    const detail = { set, revision: found.revision, files, people: wanted };
    await record(transaction, { actor, action: "attribute texts", subject: set, detail, at });
    return done(files);
  });
}

/** Also of those that were attributed already: what was said wrongly can be said again. */
async function filesOfNobody(transaction: Database, set: string, since: number): Promise<number> {
  const rows = await transaction
    .selectFrom("revision as r")
    .leftJoin("person as p", "p.id", "r.actor")
    .select("r.path")
    .distinct()
    .where("p.id", "is", null)
    .where("r.set_name", "=", set)
    .where("r.id", ">", since)
    .execute();
  return rows.length;
}
