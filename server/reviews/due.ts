import { Temporal } from "temporal-polyfill";
import type { Due, DueList } from "../protocol/index.ts";
import { listSets } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";
import { baseOf, manifestIn, type ReleaseRow, releasesOf } from "./base.ts";
import { openChange } from "./sendToReview.ts";

/** How often a set is looked at again where its manifest says nothing else. */
const usualMonths = 12;

/**
 * The latest release that decides any day from today (ISO) on: what was retired before it began, or is over, is not looked at
 * again. `undefined`: there is none.
 */
export async function releaseToReview(database: Database, set: string, today: string): Promise<ReleaseRow | undefined> {
  return (await releasesOf(database, set)).find(({ from, to }) => to === null || (from <= to && today <= to));
}

/** Every set with a release that decides, and the day by which it is to be reviewed again: overdue first, then by day. */
export async function dueSets(database: Database, now: Date): Promise<DueList> {
  const today = now.toISOString().slice(0, 10);
  const due: Due[] = [];
  for (const { set } of await listSets(database)) {
    const found = await dueOf(database, set, today);
    if (found !== null) due.push(found);
  }
  return { today, due: due.toSorted((one, other) => order(one.due, other.due) || order(one.set, other.set)) };
}

/** Days of the form `YYYY-MM-DD` are in order as texts; what is overdue comes first by that. */
const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** How often is said by the release, which was reviewed; what a draft says by now puts nothing off. */
async function dueOf(database: Database, set: string, today: string): Promise<Due | null> {
  const latest = await releaseToReview(database, set, today);
  if (latest === undefined) return null;
  const manifest = manifestIn((await baseOf(database, latest.name, latest.version))?.files ?? []);
  const months = manifest?.reviewEveryMonths ?? usualMonths;
  const last = (await eventsOf(database, set, latest)).toSorted(newestFirst)[0];
  if (last === undefined) return null;
  const day = Temporal.PlainDate.from(last.at.toISOString().slice(0, 10)).add({ months }).toString();
  return {
    set,
    title: manifest?.title ?? set,
    version: latest.version,
    due: day,
    overdue: day < today,
    months,
    last: { what: last.what, by: last.by, at: last.at.toISOString() },
    openChange: await openChange(database, set),
  };
}

/** Something the year is counted from, with the name that was printed beside the signature. */
interface Event {
  readonly what: Due["last"]["what"];
  readonly by: Due["last"]["by"];
  readonly at: Date;
}

const newestFirst = (one: Event, other: Event): number => other.at.getTime() - one.at.getTime();

async function eventsOf(
  database: Database,
  set: string,
  { change, publishedAt }: ReleaseRow,
): Promise<readonly Event[]> {
  const signed = await database
    .selectFrom("signing")
    .select(["meaning", "actor", "actor_name", "at"])
    .where("change_id", "=", change ?? 0)
    .where("meaning", "in", ["approved", "published"])
    .execute();
  const reviewed = await database
    .selectFrom("yearly_review")
    .select(["actor", "actor_name", "at"])
    .where("set_name", "=", set)
    .execute();
  const event = (what: Event["what"], { actor: id, actor_name: name, at }: (typeof reviewed)[number]): Event => ({
    what,
    by: { id, name },
    at,
  });
  return [
    // Of a release that no change made it is not known who published it.
    ...(change === null ? [{ what: "published", by: { id: "", name: "" }, at: publishedAt } as const] : []),
    ...signed.map((row) => event(row.meaning === "approved" ? "approved" : "published", row)),
    ...reviewed.map((row) => event("reviewed", row)),
  ];
}
