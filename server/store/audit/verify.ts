import type { Database } from "../database/index.ts";
import { type AuditPoint, hashOf, readDetail } from "./entry.ts";
import { CLOCK_ACCEPTED } from "./record.ts";

/** `head`: the hash of the last entry. Noted elsewhere, it shows later that nothing before it was changed. */
export type AuditVerified =
  | { readonly kind: "whole"; readonly entries: number; readonly head: string }
  | { readonly kind: "broken"; readonly seq: number; readonly problem: string }
  /** Each entry follows the one before, and entry `seq` is not what somebody else holds of it: all of the chain was written anew. */
  | { readonly kind: "rewritten"; readonly seq: number; readonly problem: string };

interface Link {
  readonly seq: number;
  readonly at: string;
  readonly hash: string;
}
type Row = Link & Record<"actor" | "action" | "subject" | "detail" | "previous", string>;

const start: Link = { seq: 0, at: "", hash: "0".repeat(64) };
const PAGE = 1000;

/**
 * Walks the chain from its first entry and tells the first that is not as it was written, or is not what was held of it elsewhere
 * (`anchors`, in the order of the entries). Others may append meanwhile.
 */
export async function verifyAudit(database: Database, anchors: readonly AuditPoint[] = []): Promise<AuditVerified> {
  let last = start;
  const held = new Anchors(anchors);
  for (;;) {
    const rows = await database
      .selectFrom("audit")
      .selectAll()
      .where("seq", ">", last.seq)
      .orderBy("seq")
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const problem = linkProblem(row, last);
      if (problem !== null) return broken(last.seq + 1, problem);
      const rewritten = held.rewrittenAt(row);
      if (rewritten !== null) return rewritten;
      last = row;
    }
    if (rows.length === PAGE) continue;
    const end = await endOf(database, last);
    return end.kind === "whole" ? (held.cutOffAt(last.seq) ?? end) : end;
  }
}

/** What is held of the chain elsewhere, looked at entry by entry. */
class Anchors {
  readonly #left: AuditPoint[];
  #fine = 0;

  constructor(anchors: readonly AuditPoint[]) {
    this.#left = anchors.toSorted((a, b) => a.seq - b.seq);
  }

  rewrittenAt({ seq, hash }: AuditPoint): AuditVerified | null {
    while (this.#left[0]?.seq === seq) {
      if (this.#left.shift()?.hash !== hash) return this.#rewritten(seq, `holds another entry ${seq}`);
      this.#fine = seq;
    }
    return null;
  }

  cutOffAt(last: number): AuditVerified | null {
    const [next] = this.#left;
    return next === undefined
      ? null
      : this.#rewritten(next.seq, `holds entry ${next.seq}, and here ${last} is the last`);
  }

  #rewritten(seq: number, why: string): AuditVerified {
    const after = this.#fine === 0 ? "" : `, after entry ${this.#fine}`;
    const problem = `It was rewritten at or before entry ${seq}${after}: the signed log of releases ${why}.`;
    return { kind: "rewritten", seq, problem };
  }
}

function linkProblem(row: Row, before: Link): string | null {
  const detail = readDetail(row.detail);
  if (row.seq !== before.seq + 1) return `Entry ${before.seq + 1} is missing.`;
  if (row.previous !== before.hash) return `Entry ${row.seq} does not follow entry ${before.seq} as that is now.`;
  if (detail === null || hashOf({ ...row, detail }) !== row.hash)
    return `Entry ${row.seq} is not what its hash says: it was changed.`;
  return row.at < before.at && row.action !== CLOCK_ACCEPTED
    ? `Entry ${row.seq} is earlier than the one before it.`
    : null;
}

/** The head is of the last entry there is; entries that were appended while the chain was walked are of the next walk. */
async function endOf(database: Database, last: Link): Promise<AuditVerified> {
  const head = await database
    .selectFrom("audit_head")
    .leftJoin("audit", "audit.seq", "audit_head.seq")
    .select(["audit_head.seq", "audit_head.at", "audit_head.hash", "audit.hash as entryHash"])
    .where("audit_head.id", "=", 1)
    .executeTakeFirst();
  if (head === undefined) return broken(last.seq, "The head of the chain is missing.");
  if (head.seq < last.seq) return broken(head.seq + 1, `Entry ${head.seq + 1} was added beside the chain.`);
  if (head.seq > 0 && head.entryHash === null)
    return broken(last.seq + 1, `The last entries are missing, from entry ${last.seq + 1} to entry ${head.seq}.`);
  const isLast = head.seq > last.seq || (head.at === last.at && head.hash === last.hash);
  if (!isLast || (head.entryHash !== null && head.entryHash !== head.hash))
    return broken(head.seq, `Entry ${head.seq} is not the one the head of the chain names.`);
  return { kind: "whole", entries: last.seq, head: last.hash };
}

const broken = (seq: number, problem: string): AuditVerified => ({ kind: "broken", seq, problem });
