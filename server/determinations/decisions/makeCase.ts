import type { z } from "zod";
import { nameKey } from "../../../dsl/index.ts";
import { caseDigest } from "../../../engine/record/index.ts";
import { decodeCase, writeCase } from "../../../engine/values/case/index.ts";
import type { Case } from "../../../engine/values/index.ts";
import type { Actor } from "../../access/index.ts";
import type { Candidate, candidateCaseRequestSchema, DecisionRecord } from "../../protocol/index.ts";
import { saveFileIn } from "../../store/drafts/index.ts";
import { type Database, record } from "../../store/index.ts";
import { setNamed } from "../../store/names/index.ts";
import { CASE_LIMIT } from "../answering/index.ts";
import { type Keeping, readCase } from "../cases/index.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { decisionIn, type FoundCandidate, readCandidate } from "./candidates.ts";

export interface MakingCase {
  readonly database: Database;
  readonly keeping: Keeping | null;
  readonly clock: () => Date;
}

export interface MadeCase {
  readonly kind: "made";
  readonly path: string;
  readonly etag: string;
}

type Given = z.output<typeof candidateCaseRequestSchema>;

/** Writes a candidate into the draft of its set as a case whose expectation is the reviewer's outcome. */
export async function makeCaseOf(
  work: MakingCase,
  actor: Actor,
  id: number,
  given: Given,
): Promise<MadeCase | Refusal> {
  const found = await readCandidate(work.database, work.keeping, id);
  if (found === null) return refusal(404, "There is no candidate of this number.");
  const { candidate } = found;
  if (candidate.made !== null) return refusal(422, `It is a case already: \`${candidate.made.path}\`.`);
  const decided = given.decision === undefined ? found.record : decisionIn(given.decision, found.contentDigest);
  if (given.decision !== undefined && decided === null)
    return refusal(422, "The decision record that came along is not the one of this candidate.");
  const of = await caseFor(work, found, given);
  if ("status" in of) return of;
  const expected = expecting(of, candidate, decided);
  return expected === null
    ? refusal(422, "The case does not ask for the service that was decided on.")
    : save(work, actor, candidate, expected);
}

async function caseFor(
  { database, keeping }: MakingCase,
  { candidate }: FoundCandidate,
  given: Given,
): Promise<Case | Refusal> {
  const kept = keeping === null ? null : await readCase(database, keeping, candidate.caseDigest);
  const sent = typeof given.case === "object" ? JSON.stringify(given.case) : given.case;
  const text = sent ?? kept;
  if (text === null) return refusal(422, "The server does not keep this case: send it along as `case`.");
  if (Buffer.byteLength(text) > CASE_LIMIT) return refusal(422, "A case has at most 1 MB.");
  const of = decodeCase({ name: "case", text }).value;
  return of !== null && caseDigest(of) === candidate.caseDigest
    ? of
    : refusal(422, "The case that came along is not the one that was determined: its digest differs.");
}

function expecting(of: Case, { service, outcome, by, at }: Candidate, decided: DecisionRecord | null): Case | null {
  const asked = decided?.service ?? service;
  const index = of.requests.findIndex((request) => asked !== null && nameKey(request.service) === nameKey(asked));
  const reason = decided === null || decided.reason === "" ? "" : `: ${decided.reason}`;
  const expect = { outcome, review: null, answers: {}, source: `reviewer ${by}, ${at.slice(0, 10)}${reason}` };
  // What the administrator and the reviewer decided on the day is no part of what the guidelines are to say.
  const requests = of.requests.map((request, at_) => ({
    ...request,
    decision: null,
    expect: at_ === index ? expect : null,
  }));
  return index < 0 ? null : { ...of, requests };
}

async function save(
  { database, clock }: MakingCase,
  actor: Actor,
  candidate: Candidate,
  of: Case,
): Promise<MadeCase | Refusal> {
  const path = `cases/candidate-${candidate.id}.yaml`;
  const at = clock();
  const by = { actor: actor.id, at, note: `from the candidate ${candidate.id}` };
  // The candidate names the releases, which may be called otherwise than the draft.
  const set = (await setNamed(database, candidate.set)) ?? candidate.set;
  return database.transaction().execute(async (transaction) => {
    const saved = await saveFileIn(transaction, by, set, { path, text: writeCase(of) }, { kind: "absent" });
    if (!saved.ok) return refusal(saved.refusal.kind === "not found" ? 404 : 422, saved.refusal.detail);
    const made = { case_path: path, case_made_by: actor.name, case_made_at: at };
    await transaction.updateTable("decision").set(made).where("id", "=", candidate.id).execute();
    const event = { actor: actor.id, action: "make case of candidate", subject: String(candidate.id), at };
    await record(transaction, { ...event, detail: { set: candidate.set } });
    return { kind: "made", path, etag: saved.value.etag };
  });
}
