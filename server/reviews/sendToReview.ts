import type { Transaction } from "kysely";
import { done } from "../folders/index.ts";
import { type Draft, readDraft } from "../store/drafts/index.ts";
import { type Database, record, type Tables } from "../store/index.ts";
import { releaseNameOf, releaseNameProblem } from "../store/names/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { baseOf, nameIn, releasesOf, sinceRelease } from "./base.ts";
import { closedBarrier, holdChange, isOpen } from "./holdChange.ts";
import { filesDigestOf, insertRound, type StoredRound } from "./rounds.ts";
import { authorsBetween, textOfNobody } from "./whose/index.ts";

/** Who sends what they have seen, and when. */
export interface Sending {
  readonly actor: string;
  readonly at: Date;
  /** The revision of the draft that they looked at. */
  readonly revision: number;
  readonly mode: "local" | "team";
}

/** Opens a change with the draft as its first round; the id of the change. */
export function sendToReview(database: Database, sending: Sending, set: string, said: Said): Promise<Outcome<number>> {
  return database.transaction().execute((transaction) => sendIn(transaction, sending, set, said));
}

/** What the change is called, and why it is made. */
interface Said {
  readonly title: string;
  readonly description: string;
}

/** The same as part of a transaction that does more. */
export async function sendIn(
  transaction: Transaction<Tables>,
  sending: Sending,
  set: string,
  { title, description }: Said,
): Promise<Outcome<number>> {
  const draft = await holdDraft(transaction, sending, set);
  if (!draft.ok) return draft;
  const open = await openChange(transaction, set);
  if (open !== null)
    return bar(409, `Change ${open} of this set is under review already: send another round of that one.`);
  const made = await roundOf(transaction, sending, draft.value);
  if (!made.ok) return made;
  const { actor: created_by, at: created_at } = sending;
  const { id } = await transaction
    .insertInto("change")
    .values({ set_name: set, title, description, status: "in review", created_by, created_at })
    .returning("id")
    .executeTakeFirstOrThrow();
  await send(transaction, sending, set, { ...made.value, change: id, round: 1 }, "send to review");
  return done(id);
}

/** Sends the draft as it is now as the next round; what was approved before counts no more. */
export function sendAgain(database: Database, sending: Sending, id: number): Promise<Outcome<number>> {
  return holdChange(database, id, async ({ transaction, change, round }) => {
    const closed = closedBarrier(change);
    if (closed !== null) return closed;
    const draft = await holdDraft(transaction, sending, change.set_name);
    if (!draft.ok) return draft;
    const made = await roundOf(transaction, sending, draft.value);
    if (!made.ok) return made;
    if (isSame(made.value, round)) return bar(409, `Nothing changed since round ${round.round} was sent.`);
    await transaction.updateTable("change").set({ status: "in review" }).where("id", "=", id).execute();
    const next = { ...made.value, change: id, round: round.round + 1 };
    await send(transaction, sending, change.set_name, next, "send again");
    return done(id);
  });
}

/** Also of the same authors: it may have become known meanwhile whose a text is. */
function isSame(made: Made, { digest, base, authors }: StoredRound): boolean {
  return made.digest === digest && made.base === base && JSON.stringify(made.authors) === JSON.stringify(authors);
}

/** Closes a change without a release. The draft stays as it is. */
export function withdraw(
  database: Database,
  { actor, at }: Pick<Sending, "actor" | "at">,
  id: number,
): Promise<Outcome<number>> {
  return holdChange(database, id, async ({ transaction, change, round }) => {
    const closed = closedBarrier(change);
    if (closed !== null) return closed;
    await transaction.updateTable("change").set({ status: "withdrawn", closed_at: at }).where("id", "=", id).execute();
    const detail = { set: change.set_name, round: round.round };
    await record(transaction, { actor, action: "withdraw change", subject: String(id), detail, at });
    return done(id);
  });
}

/** The draft, while nobody else changes it, where it is still the revision that somebody looked at. */
export async function holdDraft(
  transaction: Transaction<Tables>,
  { revision }: Pick<Sending, "revision">,
  set: string,
): Promise<Outcome<Draft>> {
  const known = await readDraft(transaction, set);
  if (!known.ok) return bar(404, known.refusal.detail);
  await transaction.selectFrom("guideline_set").select("name").where("name", "=", set).forUpdate().execute();
  const draft = await readDraft(transaction, set);
  if (!draft.ok) return bar(404, draft.refusal.detail);
  if (draft.value.revision === revision) return done(draft.value);
  return bar(409, "The set was changed meanwhile: look at what is there now first.");
}

export async function openChange(database: Database, set: string): Promise<number | null> {
  const rows = await database.selectFrom("change").select(["id", "status"]).where("set_name", "=", set).execute();
  return rows.find(isOpen)?.id ?? null;
}

type Made = Omit<StoredRound, "change" | "round">;

async function roundOf(
  transaction: Transaction<Tables>,
  { actor, at, mode }: Sending,
  draft: Draft,
): Promise<Outcome<Made>> {
  const unreadable = draft.files.find((file) => file.unreadable !== null);
  if (unreadable !== undefined) return bar(422, `\`${unreadable.path}\` cannot be reviewed: ${unreadable.unreadable}`);
  const name = await nameOf(transaction, draft);
  const misnamed = await releaseNameProblem(transaction, draft.set, name);
  if (misnamed !== null) return bar(409, misnamed);
  const [latest] = await releasesOf(transaction, draft.set);
  const base = latest === undefined ? null : await baseOf(transaction, name, latest.version);
  const digest = filesDigestOf(draft.files);
  if (base !== null && base.digest === digest)
    return bar(409, `Nothing changed since release ${base.version}: there is nothing to review.`);
  const since = await sinceRelease(transaction, draft.set);
  const authors = await authorsBetween(transaction, draft.set, since, draft.revision);
  const nobodys = mode === "team" ? await textOfNobody(transaction, draft.set, authors) : null;
  if (nobodys !== null) return bar(409, nobodys);
  return done({
    digest,
    name,
    revision: draft.revision,
    files: draft.files.map(({ path, sha256, revision }) => ({ path, sha256, revision })),
    authors,
    base: base?.version ?? null,
    by: actor,
    at,
  });
}

/** While the manifest cannot be read, which is an error that no release passes, the name that the set has already. */
async function nameOf(transaction: Transaction<Tables>, { set, files }: Draft): Promise<string> {
  const name = nameIn(files);
  return name === "" ? ((await releaseNameOf(transaction, set)) ?? set) : name;
}

async function send(
  transaction: Transaction<Tables>,
  { actor, at }: Sending,
  set: string,
  round: StoredRound,
  action: string,
): Promise<void> {
  await insertRound(transaction, round);
  const { change, digest } = round;
  const detail = { set, round: round.round, digest, files: round.files.length };
  await record(transaction, { actor, action, subject: String(change), detail, at });
}
