import type { Database } from "../store/index.ts";
import { dependence } from "./independence.ts";
import type { StoredRound } from "./rounds.ts";
import { type Standing, standingOf, type StoredSigning } from "./signings.ts";

/** Of people, those who are listed and not put out: whose word counts until a release is made. */
export async function activeAmong(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database
    .selectFrom("person")
    .select("id")
    .where("id", "in", [...new Set(ids)])
    .where("active", "=", true)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

interface Said {
  readonly change: { readonly created_by: string };
  readonly round: StoredRound;
  readonly mode: "local" | "team";
  readonly signings: readonly StoredSigning[];
  readonly acknowledgments: readonly { readonly actor: string; readonly subject: string }[];
  /** Whose word is heard at all, but for that of who works alone; `null`: everybody's, as of a change that is closed. */
  readonly active: ReadonlySet<string> | null;
}

/** What counts of what was said of a round. */
export interface Counted extends Pick<Standing, "approved" | "waivers"> {
  /** Keys of the plan. */
  readonly acknowledged: ReadonlySet<string>;
}

/**
 * An approval counts of who wrote none of it and is a person still when the release is made. In team mode so do acknowledgments and
 * waivers; who works alone gives these to themselves.
 */
export function countedOf({ change, round, mode, signings, acknowledgments, active }: Said): Counted {
  const isOther = (actor: string) =>
    dependence(actor, change, round) === null && (active === null || active.has(actor));
  const isHeard = (actor: string) => mode === "local" || isOther(actor);
  return {
    approved: standingOf(signings, round).approved.filter(({ actor }) => isOther(actor)),
    waivers: standingOf(
      signings.filter(({ actor }) => isHeard(actor)),
      round,
    ).waivers,
    acknowledged: new Set(acknowledgments.flatMap(({ actor, subject }) => (isHeard(actor) ? [subject] : []))),
  };
}
