import { type Database, record } from "../../store/index.ts";

/** Who was refused: somebody who is listed, by their id; or what nobody knows. */
type RefusedOne = { readonly person: string } | "unknown" | "at provider";

const hourOf = (moment: Date) => moment.toISOString().slice(0, 13);
const MOST_NAMED = 20;
const HOUR_MILLISECONDS = 3600 * 1000;

/**
 * Counts a sign-in that was refused. Not an entry each in the audit log: anybody can have as many refused as they like,
 * and nothing ever shortens that log.
 */
export async function countRefusal(database: Database, one: RefusedOne, now: Date): Promise<void> {
  const who = typeof one === "string" ? one : one.person;
  await database
    .insertInto("refused_entry")
    .values({ hour: hourOf(now), who, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["hour", "who"]).doUpdateSet((of) => ({ count: of("refused_entry.count", "+", 1) })),
    )
    .execute();
}

/** One entry of the audit log for each hour that is over: how many were refused, and as whom. */
export async function tellRefusals(database: Database, now: Date): Promise<void> {
  const over = database.selectFrom("refused_entry").select("hour").where("hour", "!=", hourOf(now));
  const hours = await over.distinct().orderBy("hour").execute();
  for (const { hour } of hours) await tellHour(database, hour, now);
}

async function tellHour(database: Database, hour: string, at: Date): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const rows = await transaction.deleteFrom("refused_entry").where("hour", "=", hour).returningAll().execute();
    // Another server of the same database was faster.
    if (rows.length === 0) return;
    const refused = rows.reduce((sum, { count }) => sum + count, 0);
    const known = rows.filter(({ who }) => who !== "unknown" && who !== "at provider");
    const people = known.toSorted((one, other) => other.count - one.count).map(({ who }) => who);
    const detail = { refused, people: people.slice(0, MOST_NAMED) };
    const event = { actor: "nobody", action: "refuse sign-ins", subject: `${hour}:00Z`, detail, at };
    await record(transaction, { ...event, isAnonymous: true });
  });
}

/** Tells now and every hour what was refused before, until it is stopped; stopping waits for what is under way. */
export function keepTelling(
  database: Database,
  { clock, report }: { readonly clock: () => Date; readonly report: (line: string) => void },
): () => Promise<void> {
  const failed = () => report("Refused sign-ins could not be told in the audit log; they stay counted.");
  let telling = tellRefusals(database, clock()).catch(failed);
  const timer = setInterval(() => {
    telling = tellRefusals(database, clock()).catch(failed);
  }, HOUR_MILLISECONDS).unref();
  return () => {
    clearInterval(timer);
    return telling;
  };
}
