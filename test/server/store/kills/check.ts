import {
  type AuditEntry,
  auditPageSchema,
  auditVerificationSchema,
  type Change,
  changeListSchema,
  changeSchema,
  commentListSchema,
  historySchema,
  setFileSchema,
} from "../../../../server/protocol/index.ts";
import { type Asker, get } from "./asking.ts";
import { checkReleases } from "./checkReleases.ts";
import { countsOf, type Ledger, type Said, type SavedFile, saidOf } from "./ledger.ts";
import type { Team } from "./people.ts";
import { expectThat, sameTexts } from "./expectThat.ts";
import { releasedSet } from "./texts.ts";

/**
 * Everything that was answered is there, nothing is half done, and both logs are whole. What was under way is there wholly or not at
 * all; from then on it counts as answered. `all`: also what was looked at before.
 */
export async function checkWhole({ reviewer }: Team, ledger: Ledger, all: boolean): Promise<void> {
  for (const file of ledger.files) await checkFile(reviewer, file, all);
  await checkChanges(reviewer, ledger, all);
  const published = [...ledger.changes.values()].filter(isPublished).length;
  await checkReleases(reviewer, ledger, published, all);
  await checkAudit(reviewer, ledger);
}

async function checkFile(asker: Asker, file: SavedFile, all: boolean): Promise<void> {
  const found = await savesOf(asker, file, all);
  if (file.underway !== null && found.at(-1) === file.underway) file.etags.push(file.underway);
  file.underway = null;
  expectThat(all ? found.length === file.etags.length : true, `${file.path} was saved ${file.etags.length} times`);
  expectThat(
    sameTexts(found, file.etags.slice(-found.length)),
    `${file.path} has every save that was answered, and no other`,
  );
  const { etag } = await get(asker, setFileSchema, `/api/sets/${file.set}/files/${file.path}`);
  expectThat(etag === file.etags.at(-1), `${file.path} stands as it was saved last`);
  file.checked = file.etags.length;
}

/** The etags of a file, the oldest first: of its last saves, or of all. */
async function savesOf(asker: Asker, file: SavedFile, all: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  let before = await addSaves(asker, file, null, found);
  while (before !== null) before = all ? await addSaves(asker, file, before, found) : null;
  return found.toReversed();
}

/** Adds a page of them; where the next begins. */
async function addSaves(asker: Asker, { set, path }: SavedFile, before: number | null, found: string[]) {
  const from = before === null ? "" : `&before=${before}`;
  const page = await get(asker, historySchema, `/api/sets/${set}/history?path=${path}${from}`);
  found.push(...page.revisions.map(({ sha256 }) => `"${sha256}"`));
  return page.before;
}

async function checkChanges(asker: Asker, ledger: Ledger, all: boolean): Promise<void> {
  const { changes } = await get(asker, changeListSchema, `/api/changes?set=${releasedSet}`);
  const unknown = changes.filter(({ id }) => !ledger.changes.has(id));
  expectThat(unknown.length <= (ledger.isSending ? 1 : 0), "no change is there that nobody made");
  ledger.isSending = false;
  for (const { id } of unknown) saidOf(ledger, id).underway = "send to review\t1";
  for (const [id, said] of ledger.changes) if (all || !isPublished(said)) await checkChange(asker, ledger, id);
  for (const [id, said] of ledger.changes) if (isNew(said)) await checkChange(asker, ledger, id);
}

const isPublished = ({ checked }: Said): boolean => [...checked].some((text) => text.startsWith("publish change\t"));
const isNew = ({ checked, answered }: Said): boolean => checked.size < answered.size;

async function checkChange(asker: Asker, ledger: Ledger, id: number): Promise<void> {
  const change = await get(asker, changeSchema, `/api/changes/${id}`);
  const said = saidOf(ledger, id);
  const found = await saidIn(asker, change);
  const isUnderway = (text: string) => said.underway !== null && text.startsWith(said.underway);
  const extra = [...found].filter((text) => !said.answered.has(text));
  expectThat(
    extra.length <= 1 && extra.every(isUnderway),
    `nothing is in change ${id} that nobody said: ${extra.join()}`,
  );
  for (const text of extra) said.answered.add(text);
  said.underway = null;
  const rounds = change.rounds.length;
  const lost = [...said.answered].filter((text) => !found.has(text) && !isOfEarlierRound(text, rounds));
  expectThat(lost.length === 0, `everything that was said in change ${id} is there: ${lost.join()}`);
  for (const text of said.answered) said.checked.add(text);
  const isOut = change.status === "published";
  expectThat(
    isOut === (change.version !== null),
    `change ${id} is ${change.status}, and its version ${change.version}`,
  );
  expectThat(isOut === isPublished(said), `change ${id} is ${change.status}, as it was signed`);
}

/** Of earlier rounds a change shows no acknowledgments. */
const isOfEarlierRound = (text: string, rounds: number): boolean => {
  const round = /^acknowledge\t(\d+) /.exec(text)?.[1];
  return round !== undefined && Number(round) < rounds;
};

/** What is said and signed in a change, as the ledger notes it. */
async function saidIn(asker: Asker, change: Change): Promise<ReadonlySet<string>> {
  const { id, rounds, signings, acknowledgments } = change;
  const { comments } = await get(asker, commentListSchema, `/api/changes/${id}/comments`);
  const keys = acknowledgments.map(({ key }) => key).toSorted();
  return new Set([
    ...rounds.map(({ round, digest }) => (round === 1 ? `send to review\t1 ${digest}` : `send again\t${round}`)),
    ...comments.map(({ text }) => `comment\t${text}`),
    ...(keys.length === 0 ? [] : [`acknowledge\t${rounds.length} ${keys.join(" ")}`]),
    ...signings.map(({ meaning, round, gate, digest }) => `${actions[meaning]}\t${round} ${gate ?? digest}`),
  ]);
}

const actions = {
  approved: "approve round",
  "changes requested": "request changes",
  waived: "waive gate",
  published: "publish change",
} as const;

/** The chain only grew, and tells of exactly what was found to be there. */
async function checkAudit(asker: Asker, ledger: Ledger): Promise<void> {
  const verified = await get(asker, auditVerificationSchema, "/api/audit/verification");
  expectThat(verified.kind === "whole", "the audit log is whole");
  const { seq: since, hash, counts: before } = ledger.audit;
  const entries = await entriesSince(asker, since);
  const known = entries.find(({ seq }) => seq === since);
  expectThat(since === 0 || known?.hash === hash, "the audit log only grew");
  const counts = countsOf(ledger);
  for (const [action, count] of counts) {
    const told = entries.filter((entry) => entry.action === action && entry.seq > since).length;
    const done = count - (before.get(action) ?? 0);
    expectThat(told === done, `the audit log tells of ${done} x ${action}, not of ${told}`);
  }
  const [last] = entries;
  if (last !== undefined) ledger.audit = { seq: last.seq, hash: last.hash, counts };
}

/** The latest first, down to `seq` itself. */
async function entriesSince(asker: Asker, since: number): Promise<readonly AuditEntry[]> {
  const found: AuditEntry[] = [];
  let before: number | null = null;
  do {
    const from: string = before === null ? "" : `?before=${before}`;
    const page = await get(asker, auditPageSchema, `/api/audit${from}`);
    found.push(...page.entries);
    before = page.before;
  } while (before !== null && before > since);
  return found.filter(({ seq }) => seq >= since);
}
