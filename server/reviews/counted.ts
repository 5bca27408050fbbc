import { z } from "zod";
import type { Role } from "../access/index.ts";
import { roleSchema } from "../protocol/index.ts";
import type { Database } from "../store/index.ts";
import { dependence } from "./independence.ts";
import type { StoredRound } from "./rounds.ts";
import { type Standing, standingOf, type StoredSigning } from "./signings.ts";

/** Roles by the id of who has them. */
export type Heard = ReadonlyMap<string, readonly Role[]>;

// A column that does not say roles gives none.
const rolesSchema = z.array(roleSchema).catch([]);

/** Of people, those who are listed and not put out, and as what: whose word counts until a release is made. */
export async function activeAmong(database: Database, ids: readonly string[]): Promise<Heard> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("person")
    .select(["id", "roles"])
    .where("id", "in", [...new Set(ids)])
    .where("active", "=", true)
    .execute();
  return new Map(rows.map(({ id, roles }) => [id, rolesSchema.parse(JSON.parse(roles))]));
}

/** Whether nobody was put out meanwhile, nor lost a role. */
export function isStillHeard(before: Heard, now: Heard): boolean {
  return [...before].every(([id, roles]) => roles.every((role) => now.get(id)?.includes(role)));
}

interface Said {
  readonly change: { readonly created_by: string };
  readonly round: StoredRound;
  readonly mode: "local" | "team";
  readonly signings: readonly StoredSigning[];
  readonly acknowledgments: readonly { readonly actor: string; readonly subject: string }[];
  /** Whose word is heard at all, but for that of who works alone; `null`: everybody's, as of a change that is closed. */
  readonly active: Heard | null;
}

/** What counts of what was said of a round. */
export interface Counted extends Standing {
  /** Keys of the plan. */
  readonly acknowledged: ReadonlySet<string>;
}

/**
 * An approval counts of who wrote none of it and is a reviewer still when the release is made. In team mode so do acknowledgments, and
 * waivers of who is a publisher; who works alone gives these to themselves. What somebody wants changed who is no reviewer any more
 * nobody could say is done: it stays to be read, and holds nothing up.
 */
export function countedOf({ change, round, mode, signings, acknowledgments, active }: Said): Counted {
  const isOther = (actor: string, role: Role) =>
    dependence(actor, change, round) === null && (active === null || active.get(actor)?.includes(role) === true);
  const isHeard = (actor: string, role: Role) => mode === "local" || isOther(actor, role);
  const { approved, changesRequested } = standingOf(signings, round);
  return {
    approved: approved.filter(({ actor }) => isOther(actor, "reviewer")),
    changesRequested: changesRequested.filter(({ actor }) => isHeard(actor, "reviewer")),
    waivers: standingOf(
      signings.filter(({ actor }) => isHeard(actor, "publisher")),
      round,
    ).waivers,
    acknowledged: new Set(
      acknowledgments.flatMap(({ actor, subject }) => (isHeard(actor, "reviewer") ? [subject] : [])),
    ),
  };
}
