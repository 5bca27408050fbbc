import type { Selectable, Transaction } from "kysely";
import type { Database, Tables } from "../store/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { readRounds, type StoredRound } from "./rounds.ts";

/** A change that nobody else moves until the transaction ends. */
export interface HeldChange {
  readonly transaction: Transaction<Tables>;
  readonly change: Selectable<Tables["change"]>;
  /** The last one: what is under review. */
  readonly round: StoredRound;
}

/** Runs work on a change while nothing else can move it. What the work refuses it must not have begun to write. */
export function holdChange<T>(
  database: Database,
  id: number,
  work: (held: HeldChange) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return database.transaction().execute(async (transaction) => {
    const change = await transaction
      .selectFrom("change")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    const round = change === undefined ? undefined : (await readRounds(transaction, id)).at(-1);
    return change === undefined || round === undefined ? noChange(id) : work({ transaction, change, round });
  });
}

export function noChange(id: number) {
  return bar(404, `There is no change ${id} here.`);
}

export const isOpen = ({ status }: Pick<Selectable<Tables["change"]>, "status">): boolean =>
  status === "in review" || status === "approved";

/** Why a change takes no more of what belongs to a review; `null` while it does. */
export function closedBarrier(change: Selectable<Tables["change"]>) {
  return isOpen(change) ? null : bar(409, `This change is ${change.status}: nothing in it moves any more.`);
}

/** What somebody speaks of has to be what is under review now: nothing said of another text counts for this one. */
export function roundBarrier(
  { change, round }: Pick<HeldChange, "change" | "round">,
  named: { readonly round: number; readonly digest: string },
) {
  const closed = closedBarrier(change);
  if (closed !== null) return closed;
  if (named.round === round.round && named.digest === round.digest) return null;
  return bar(
    409,
    `This was said of another text: round ${round.round} of this change is under review now. Look at it first.`,
  );
}
