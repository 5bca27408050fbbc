import { canonicalText } from "../../../engine/digest/index.ts";
import { type DecidedReference, decidedReferenceSchema, type RecordedDecision } from "../../protocol/index.ts";
import type { Database } from "../../store/index.ts";
import type { Keeping } from "../cases/index.ts";
import { type Reference, shownReference } from "../references/index.ts";
import { recordIn } from "./candidates.ts";

/** References with what reviewers decided on each, the latest first; what was decided in words only where it is kept. */
export async function withDecisions(
  database: Database,
  keeping: Keeping | null,
  references: readonly Reference[],
): Promise<DecidedReference[]> {
  const found = Map.groupBy(await decisionRows(database, references), (row) => row.determination_id);
  return Promise.all(
    references.map(async (reference) => {
      const decisions = await Promise.all((found.get(reference.id) ?? []).map((row) => decisionOf(row, keeping)));
      return decidedReferenceSchema.parse({ ...shownReference(reference), decisions });
    }),
  );
}

async function decisionRows(database: Database, references: readonly Reference[]) {
  if (references.length === 0) return [];
  return database
    .selectFrom("decision")
    .selectAll()
    .where(
      "determination_id",
      "in",
      references.map(({ id }) => id),
    )
    .orderBy("id", "desc")
    .execute();
}

type Row = Awaited<ReturnType<typeof decisionRows>>[number];

/** As the schema of the wire then reads it: columns of text are outside data. */
async function decisionOf(row: Row, keeping: Keeping | null): Promise<Record<keyof RecordedDecision, unknown>> {
  const record = await recordIn(row, keeping);
  const { id, decision, outcome, content_digest: digest, actor_name: by, at } = row;
  return {
    id,
    service: record?.service ?? (row.service === "" ? null : row.service),
    decision,
    outcome,
    kind: row.kind === "" ? null : row.kind,
    by,
    at: at.toISOString(),
    digest,
    record: record === null ? null : canonicalText(record),
  };
}
