import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { canonicalText, digestOf } from "../../../engine/digest/index.ts";
import type { Actor } from "../../access/index.ts";
import {
  type Decided,
  type DecisionRecord,
  type decisionRequestSchema,
  type DeterminationRecord,
  determinationRecordSchema,
} from "../../protocol/index.ts";
import { type Database, record } from "../../store/index.ts";
import type { Determiner } from "../answering/index.ts";
import { expiryOf, type Keeping, seal } from "../cases/index.ts";
import { readReference, type Reference } from "../references/index.ts";
import { refusal, type Refusal } from "../refusal.ts";

export type Decision = z.output<typeof decisionRequestSchema>;

/** What deciding works with. */
export interface Deciding {
  readonly database: Database;
  readonly determiner: Pick<Determiner, "declares">;
  readonly keeping: Keeping | null;
  readonly clock: () => Date;
}

/** Records what a reviewer decides on one service of a determination, beside the proposal. */
export async function decide(work: Deciding, actor: Actor, id: string, decision: Decision): Promise<Decided | Refusal> {
  const reference = await readReference(work.database, id);
  if (reference === null) return refusal(404, "There is no determination of this id.");
  const proposed = proposedIn(decision, reference);
  if (proposed !== null && "kind" in proposed) return proposed;
  const at = work.clock();
  const made = decisionRecord(decision, reference, proposed, { actor, at });
  // What a case asks for may be any words; only a service that the release declares says nothing of the case.
  const declared = await work.determiner.declares(reference.digest, decision.service);
  const row = await rowOf(made, declared ? decision.service : "", work.keeping, at);
  return {
    id: await insert(work.database, row, made),
    digest: row.content_digest,
    kept: row.content !== null,
    record: canonicalText(made),
  };
}

type Proposed = NonNullable<DecisionRecord["proposed"]>;

/** What the record that came along proposes for the service; `null`: none came. */
function proposedIn(decision: Decision, { recordDigest }: Reference): Proposed | Refusal | null {
  if (decision.record === undefined) return null;
  const given = recordIn(decision.record);
  if (given === null || digestOf(given) !== recordDigest)
    return refusal(422, "The record that came along is not the one of this determination.");
  const found = given.determinations.find(({ service }) => service === decision.service);
  if (found === undefined) return refusal(422, "The record does not determine this service.");
  if (decision.decision === "overridden" && decision.outcome === found.outcome)
    return refusal(422, `The record proposes \`${found.outcome}\` already: accept it, or decide otherwise.`);
  return { outcome: found.outcome, review: found.review ?? null };
}

function recordIn(given: string | DeterminationRecord): DeterminationRecord | null {
  if (typeof given !== "string") return given;
  try {
    return determinationRecordSchema.parse(JSON.parse(given));
  } catch {
    return null;
  }
}

interface Signed {
  readonly actor: Actor;
  readonly at: Date;
}

function decisionRecord(
  decision: Decision,
  reference: Reference,
  proposed: Proposed | null,
  { actor, at }: Signed,
): DecisionRecord {
  const { id, set, version, digest, caseDigest, recordDigest } = reference;
  const otherwise = decision.decision === "overridden" ? decision : null;
  return {
    schema: "precept/decision/1",
    determination: { id, set, version, digest, caseDigest, recordDigest },
    service: decision.service,
    proposed,
    decision: decision.decision,
    outcome: otherwise?.outcome ?? null,
    kind: otherwise?.kind ?? null,
    reason: decision.reason,
    by: { id: actor.id, name: actor.name },
    at: at.toISOString(),
    salt: randomBytes(16).toString("hex"),
  };
}

async function rowOf(made: DecisionRecord, service: string, keeping: Keeping | null, at: Date) {
  const content_digest = digestOf(made);
  const kept =
    keeping === null
      ? { content: null, content_expires_at: null }
      : {
          content: await seal(keeping, content_digest, canonicalText(made)),
          content_expires_at: expiryOf(keeping, at),
        };
  return {
    determination_id: made.determination.id,
    service,
    decision: made.decision,
    kind: made.kind ?? "",
    outcome: made.outcome,
    content_digest,
    ...kept,
    actor: made.by.id,
    actor_name: made.by.name,
    at,
  };
}

function insert(
  database: Database,
  row: Awaited<ReturnType<typeof rowOf>>,
  { determination }: DecisionRecord,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const { id } = await transaction.insertInto("decision").values(row).returning("id").executeTakeFirstOrThrow();
    const { decision, kind, content_digest: content, actor, at } = row;
    const detail = { set: determination.set, decision, kind, content };
    await record(transaction, { actor, action: "decide on determination", subject: determination.id, detail, at });
    return id;
  });
}
