import type { Selectable } from "kysely";
import type { z } from "zod";
import { gateNameSchema, type Signing } from "../protocol/index.ts";
import type { Database, Tables } from "../store/index.ts";

type Row = Selectable<Tables["signing"]>;
export type GateName = z.infer<typeof gateNameSchema>;

/** A signature on a round, as it is kept. */
export interface StoredSigning extends Omit<Row, "gate"> {
  readonly gate: GateName | null;
}

/** Of all rounds of a change, in the order in which they were given. */
export async function signingsOf(database: Database, change: number): Promise<readonly StoredSigning[]> {
  const rows = await database.selectFrom("signing").selectAll().where("change_id", "=", change).orderBy("id").execute();
  return rows.map((row) => ({ ...row, gate: gateNameSchema.nullable().parse(row.gate) }));
}

/** What people say of one round now: of each the last word. */
export interface Standing {
  readonly approved: readonly StoredSigning[];
  readonly changesRequested: readonly StoredSigning[];
  /** By gate. */
  readonly waivers: ReadonlyMap<GateName, StoredSigning>;
}

export function standingOf(
  all: readonly StoredSigning[],
  { round, digest }: { readonly round: number; readonly digest: string },
): Standing {
  const own = all.filter((each) => each.round === round && each.digest === digest);
  const decisions = own.filter(({ meaning }) => meaning === "approved" || meaning === "changes requested");
  const last = [...new Map(decisions.map((each) => [each.actor, each])).values()];
  const waived = own.flatMap((each) => (each.gate === null ? [] : [[each.gate, each] as const]));
  return {
    approved: last.filter(({ meaning }) => meaning === "approved"),
    changesRequested: last.filter(({ meaning }) => meaning === "changes requested"),
    waivers: new Map(waived),
  };
}

/** Approved by somebody, and nobody asks for changes. */
export function isApproved({ approved, changesRequested }: Pick<Standing, "approved" | "changesRequested">): boolean {
  return approved.length > 0 && changesRequested.length === 0;
}

export function asSigning(of: StoredSigning, round: number): Signing {
  const { id, meaning, gate, reason, digest, actor, actor_name, at } = of;
  return {
    id,
    round: of.round,
    meaning,
    gate,
    reason,
    digest,
    by: { id: actor, name: actor_name },
    at: at.toISOString(),
    lapsed: of.round !== round,
  };
}
