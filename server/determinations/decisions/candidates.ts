import { digestOf } from "../../../engine/digest/index.ts";
import { type Candidate, candidateSchema, type DecisionRecord, decisionRecordSchema } from "../../protocol/index.ts";
import type { Database } from "../../store/index.ts";
import { namesOfSet } from "../../store/names/index.ts";
import { type Keeping, unseal } from "../cases/index.ts";

/** Determinations of a set that reviewers decided otherwise, the latest first. */
export async function listCandidates(database: Database, keeping: Keeping | null, set: string): Promise<Candidate[]> {
  const names = await namesOfSet(database, set);
  const rows = await candidateRows(database).where("determination.set_name", "in", names).limit(MOST).execute();
  return Promise.all(rows.map((row) => candidateOf(row, keeping)));
}

const MOST = 1000;

export interface FoundCandidate {
  readonly candidate: Candidate;
  readonly contentDigest: string;
  /** `null`: not kept. */
  readonly record: DecisionRecord | null;
}

export async function readCandidate(
  database: Database,
  keeping: Keeping | null,
  id: number,
): Promise<FoundCandidate | null> {
  const row = await candidateRows(database).where("decision.id", "=", id).executeTakeFirst();
  if (row === undefined) return null;
  const record = await recordIn(row, keeping);
  return { candidate: await candidateOf(row, keeping), contentDigest: row.content_digest, record };
}

function candidateRows(database: Database) {
  return database
    .selectFrom("decision")
    .innerJoin("determination", "determination.id", "decision.determination_id")
    .leftJoin("stored_case", "stored_case.digest", "determination.case_digest")
    .where("decision.decision", "=", "overridden")
    .select([
      "decision.id",
      "decision.service",
      "decision.outcome",
      "decision.kind",
      "decision.content",
      "decision.content_digest",
      "decision.actor_name",
      "decision.at",
      "decision.case_path",
      "decision.case_made_by",
      "decision.case_made_at",
      "determination.id as determination",
      "determination.set_name",
      "determination.version",
      "determination.case_digest",
      "stored_case.digest as kept_case",
    ])
    .orderBy("decision.id", "desc");
}

type Row = Awaited<ReturnType<ReturnType<typeof candidateRows>["execute"]>>[number];

async function candidateOf(row: Row, keeping: Keeping | null): Promise<Candidate> {
  const record = await recordIn(row, keeping);
  return candidateSchema.parse({
    id: row.id,
    set: row.set_name,
    version: row.version,
    determination: row.determination,
    caseDigest: row.case_digest,
    service: record?.service ?? (row.service === "" ? null : row.service),
    outcome: row.outcome,
    kind: row.kind,
    reason: record?.reason ?? null,
    caseKept: keeping !== null && row.kept_case !== null,
    by: row.actor_name,
    at: row.at.toISOString(),
    made: madeOf(row),
  });
}

function madeOf({ case_path: path, case_made_by: by, case_made_at: at }: Row): Candidate["made"] {
  return path === null || by === null || at === null ? null : { path, by, at: at.toISOString() };
}

/** What is kept of a decision in words; `null`: nothing, or no key at hand opens it. */
export async function recordIn(
  { content, content_digest }: Pick<Row, "content" | "content_digest">,
  keeping: Keeping | null,
): Promise<DecisionRecord | null> {
  const text = content === null || keeping === null ? null : await unseal(keeping, content_digest, content);
  return text === null ? null : decisionIn(text, content_digest);
}

/** A decision record that is the one of a digest; `null`: it is not. */
export function decisionIn(given: string | DecisionRecord, digest: string): DecisionRecord | null {
  try {
    const record = decisionRecordSchema.parse(typeof given === "string" ? JSON.parse(given) : given);
    return digestOf(record) === digest ? record : null;
  } catch {
    return null;
  }
}
