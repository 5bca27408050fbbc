import type { Selectable } from "kysely";
import { done } from "../../folders/index.ts";
import {
  anchorSchema,
  type Comment,
  type CommentAnchor,
  type CommentList,
  COMMENTS_LIMIT,
  COMMENTS_PAGE,
} from "../../protocol/index.ts";
import { type Database, record, type Tables } from "../../store/index.ts";
import { bar, type Outcome } from "../barrier.ts";
import { type HeldChange, holdChange, noChange } from "../holdChange.ts";
import { type NameOf, namesOf } from "../names.ts";
import { readRounds, type StoredRound, textsOfRound } from "../rounds.ts";
import { criterionAt, standingOf, textsByPath } from "./standing.ts";

type Row = Selectable<Tables["comment"]>;

/** Who writes, and when. */
export interface Writing {
  readonly actor: string;
  readonly at: Date;
}

interface NewComment {
  readonly text: string;
  readonly round: number;
  readonly anchor: CommentAnchor | null;
  readonly replyTo: number | null;
}

/** Adds a comment; its id. Also of a change that is closed: what is found later is worth saying. */
export function addComment(
  database: Database,
  { actor, at }: Writing,
  id: number,
  of: NewComment,
): Promise<Outcome<number>> {
  return holdChange(database, id, async ({ transaction, change }) => {
    if ((await countComments(transaction, id)) >= COMMENTS_LIMIT)
      return bar(409, `A change takes at most ${COMMENTS_LIMIT} comments, and this one has them.`);
    const round = (await readRounds(transaction, id)).find((each) => each.round === of.round);
    if (round === undefined) return bar(422, `This change has no round ${of.round}.`);
    const thread = await threadOf(transaction, id, of.replyTo);
    if (!thread.ok) return thread;
    const anchor = of.anchor === null ? done(null) : await checkedAnchor(transaction, round, of.anchor);
    if (!anchor.ok) return anchor;
    const row = { change_id: id, round: of.round, reply_to: of.replyTo, text: of.text, actor, at };
    const { id: comment } = await transaction
      .insertInto("comment")
      .values({ ...row, anchor: anchor.value === null ? null : JSON.stringify(anchor.value) })
      .returning("id")
      .executeTakeFirstOrThrow();
    const detail = { set: change.set_name, change: id, round: of.round };
    await record(transaction, { actor, action: "comment", subject: String(comment), detail, at });
    return done(comment);
  });
}

/** Resolves a thread, or opens it again; saying so twice changes nothing. */
export function resolve(
  database: Database,
  { actor, at }: Writing,
  { change: id, comment, resolved }: { readonly change: number; readonly comment: number; readonly resolved: boolean },
): Promise<Outcome<number>> {
  return holdChange(database, id, async ({ transaction, change }) => {
    const row = await transaction
      .selectFrom("comment")
      .selectAll()
      .where("id", "=", comment)
      .where("change_id", "=", id)
      .executeTakeFirst();
    if (row === undefined) return bar(404, "There is no such comment on this change.");
    if (row.reply_to !== null) return bar(409, "Resolve the comment that this is a reply to.");
    if ((row.resolved_by !== null) === resolved) return done(comment);
    const by = resolved ? { resolved_by: actor, resolved_at: at } : { resolved_by: null, resolved_at: null };
    await transaction.updateTable("comment").set(by).where("id", "=", comment).execute();
    const action = resolved ? "resolve comment" : "reopen comment";
    const detail = { set: change.set_name, change: id };
    await record(transaction, { actor, action, subject: String(comment), detail, at });
    return done(comment);
  });
}

/** A page of comments, each with where its text stands in the last round. */
export async function listComments(
  database: Database,
  id: number,
  after: number,
  asker: Parameters<typeof namesOf>[2],
): Promise<Outcome<CommentList>> {
  const rounds = await readRounds(database, id);
  if (rounds.length === 0) return noChange(id);
  const rows = await database
    .selectFrom("comment")
    .selectAll()
    .where("change_id", "=", id)
    .where("id", ">", after)
    .orderBy("id")
    .limit(COMMENTS_PAGE + 1)
    .execute();
  const page = rows.slice(0, COMMENTS_PAGE);
  const people = page.flatMap(({ actor, resolved_by }) => (resolved_by === null ? [actor] : [actor, resolved_by]));
  const nameOf = await namesOf(database, people, asker);
  const standings = await standingsFor(database, rounds, page);
  const comments = page.map((row) => asComment(row, nameOf, standings(row)));
  const next = rows.length > page.length ? (page.at(-1)?.id ?? null) : null;
  return done({ comments, total: await countComments(database, id), next });
}

export async function countComments(database: Database, change: number, open = false): Promise<number> {
  const all = database
    .selectFrom("comment")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("change_id", "=", change);
  const counted = open ? all.where("reply_to", "is", null).where("resolved_at", "is", null) : all;
  return Number((await counted.executeTakeFirstOrThrow()).count);
}

async function threadOf(
  transaction: HeldChange["transaction"],
  change: number,
  replyTo: number | null,
): Promise<Outcome<null>> {
  if (replyTo === null) return done(null);
  const row = await transaction
    .selectFrom("comment")
    .select("reply_to")
    .where("id", "=", replyTo)
    .where("change_id", "=", change)
    .executeTakeFirst();
  if (row === undefined) return bar(422, "The comment that this replies to is not on this change.");
  return row.reply_to === null ? done(null) : bar(422, "Reply to the first comment of the thread.");
}

/** The criterion is told from the text itself, so that no anchor says anything that is not so. */
async function checkedAnchor(
  database: Database,
  round: StoredRound,
  anchor: CommentAnchor,
): Promise<Outcome<CommentAnchor>> {
  const text = textsByPath(await textsOfRound(database, round)).get(anchor.file);
  if (text?.startsWith(anchor.quote, anchor.offset) !== true)
    return bar(422, "The words that this is about do not stand at that place of the round.");
  return done({ ...anchor, criterion: criterionAt(anchor.file, text, anchor.offset) });
}

/** Texts are read once for each round that something on the page is about. */
async function standingsFor(database: Database, rounds: readonly StoredRound[], page: readonly Row[]) {
  const last = rounds.at(-1);
  const wanted = new Set(page.flatMap(({ anchor, round }) => (anchor === null ? [] : [round])));
  const texts = new Map<number, ReadonlyMap<string, string>>();
  for (const round of rounds)
    if (wanted.has(round.round) || (round === last && wanted.size > 0))
      texts.set(round.round, textsByPath(await textsOfRound(database, round)));
  return ({ anchor, round }: Row): Pick<Comment, "anchor" | "standing"> => {
    const [before, now] = [texts.get(round), texts.get(last?.round ?? 0)];
    if (anchor === null || before === undefined || now === undefined) return { anchor: null, standing: null };
    const decoded = anchorSchema.parse(JSON.parse(anchor));
    return { anchor: decoded, standing: standingOf(decoded, before, now) };
  };
}

function asComment(row: Row, nameOf: NameOf, where: Pick<Comment, "anchor" | "standing">): Comment {
  const { id, round, reply_to: replyTo, text, actor, at, resolved_by, resolved_at } = row;
  const resolved =
    resolved_by === null || resolved_at === null ? null : { by: nameOf(resolved_by), at: resolved_at.toISOString() };
  return { id, round, replyTo, ...where, text, by: nameOf(actor), at: at.toISOString(), resolved };
}
