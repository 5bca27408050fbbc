import type { Actor } from "../access/index.ts";
import { done } from "../folders/index.ts";
import type { Change, ChangeList, ChangeStatus, ChangeSummary } from "../protocol/index.ts";
import { areOpen, firstPossible } from "../publishing/index.ts";
import { readDraft } from "../store/drafts/index.ts";
import type { Database } from "../store/index.ts";
import type { Outcome } from "./barrier.ts";
import { releasesOf } from "./base.ts";
import { countComments } from "./comments/index.ts";
import { type ChangeState, gatesFor, type GateSources } from "./gates.ts";
import { isOpen } from "./holdChange.ts";
import { dependence } from "./independence.ts";
import { type NameOf, namesOf } from "./names.ts";
import type { PublishingSources } from "./publishChange.ts";
import { filesDigestOf } from "./rounds.ts";
import { asSigning } from "./signings.ts";

/** A change as one person sees it: everything that stands of it, and what they may do. */
export async function readChange(
  database: Database,
  sources: GateSources & Pick<PublishingSources, "clock">,
  asker: Actor,
  id: number,
): Promise<Outcome<Change>> {
  const known = await gatesFor(database, sources, id);
  if (!known.ok) return known;
  const state = known.value;
  const { change, rounds, round, gates, signings, acknowledgments } = state;
  const people = [
    ...rounds.flatMap(({ by, authors }) => [
      by,
      ...authors.flatMap(({ id: author, attributedBy }) => [author, attributedBy ?? author]),
    ]),
    ...acknowledgments.map(({ actor }) => actor),
    change.created_by,
  ];
  const nameOf = await namesOf(database, people, asker);
  return done({
    ...summary(change, nameOf, await versionOf(database, id)),
    description: change.description,
    rounds: rounds.map(({ authors, by, at, round: number, digest, base, files }) => ({
      round: number,
      digest,
      base,
      files: files.map(({ path, sha256 }) => ({ path, sha256 })),
      authors: authors.map(({ id: author, attributedBy, paths }) => ({
        ...nameOf(author),
        attributedBy: attributedBy === null ? null : nameOf(attributedBy),
        paths,
      })),
      by: nameOf(by),
      at: at.toISOString(),
    })),
    gates: [...gates],
    acknowledgments: acknowledgments.map(({ subject: key, actor, at }) => ({
      key,
      by: nameOf(actor),
      at: at.toISOString(),
    })),
    signings: signings.map((each) => asSigning(each, round.round)),
    comments: { total: await countComments(database, id), open: await countComments(database, id, true) },
    draft: await draftNow(database, state),
    soonest: await soonestOf(database, state, sources.clock()),
    ...mayDo(state, asker, sources.mode),
  });
}

type Row = Pick<
  ChangeState["change"],
  "id" | "set_name" | "title" | "status" | "created_by" | "created_at" | "closed_at"
>;

function summary(row: Row, nameOf: NameOf, version: string | null): Omit<ChangeSummary, "rounds"> {
  const { id, set_name: set, title, status, created_by, created_at, closed_at } = row;
  const closed = closed_at?.toISOString() ?? null;
  return { id, set, title, status, by: nameOf(created_by), at: created_at.toISOString(), closed, version };
}

async function versionOf(database: Database, change: number): Promise<string | null> {
  const row = await database.selectFrom("release").select("version").where("change_id", "=", change).executeTakeFirst();
  return row?.version ?? null;
}

async function draftNow(database: Database, { change, round }: ChangeState): Promise<Change["draft"]> {
  const draft = await readDraft(database, change.set_name);
  if (!draft.ok) return { revision: 0, differs: true };
  const { revision, files } = draft.value;
  return { revision, differs: revision !== round.revision && filesDigestOf(files) !== round.digest };
}

/** Of a change that is closed nobody asks. */
async function soonestOf(database: Database, { change }: ChangeState, now: Date): Promise<Change["soonest"]> {
  if (!isOpen(change)) return null;
  const releases = await releasesOf(database, change.set_name);
  const earlier = releases.map(({ version, from, to }) => ({ manifest: { version }, effective: { from, to } }));
  return firstPossible(earlier, now);
}

type May = Change["may"][number];

/** What belongs to which role, as the table of permissions has it. */
const rolesFor: Readonly<Record<May, readonly Actor["roles"][number][]>> = {
  comment: ["author", "reviewer", "publisher"],
  "send again": ["author"],
  withdraw: ["author"],
  acknowledge: ["reviewer"],
  approve: ["reviewer"],
  "request changes": ["reviewer"],
  waive: ["publisher"],
  publish: ["publisher"],
};

function mayDo(state: ChangeState, { id, roles }: Actor, mode: GateSources["mode"]): Pick<Change, "may" | "mayNot"> {
  const own = Object.entries(rolesFor) as [May, Actor["roles"]][]; // the keys of the table above
  const allowed = own.flatMap(([what, wanted]) => (wanted.some((role) => roles.includes(role)) ? [what] : []));
  const judged = allowed.map((what) => ({ what, because: againstIt(what, state, id, mode) }));
  return {
    may: judged.flatMap(({ what, because }) => (because === null ? [what] : [])),
    mayNot: judged.flatMap(({ what, because }) => (because === null ? [] : [{ what, because }])),
  };
}

function againstIt(
  what: May,
  { change, round, gates, standing, plan, ofNobody }: ChangeState,
  actor: string,
  mode: GateSources["mode"],
) {
  if (what === "comment") return null;
  if (!isOpen(change)) return `This change is ${change.status}.`;
  if (what === "approve" && standing.approved.some((each) => each.actor === actor)) return "You approved this round.";
  const own = dependence(actor, change, round) ?? ofNobody;
  if (what === "approve" || what === "request changes") return own;
  const because = mode === "team" ? own : null;
  if (what === "acknowledge" || (what === "waive" && because !== null)) return because;
  if (what === "waive" && plan === null) return "What there is to waive is still being worked out.";
  if (what === "waive" && !gates.some(isToWaive)) return "No gate that may be waived is closed.";
  if (what === "publish" && !areOpen(gates)) return "Not every gate is passed or waived.";
  return null;
}

const isToWaive = ({ waivable, state }: ChangeState["gates"][number]): boolean =>
  waivable && state !== "passed" && state !== "waived";

const PAGE = 50;

interface WantedChanges {
  readonly set: string | null;
  readonly status: ChangeStatus | null;
  /** The id that the page before ended with. */
  readonly before: number | null;
}

/** Changes in short, the newest first. */
export async function listChanges(
  database: Database,
  { set, status, before }: WantedChanges,
  asker: Actor,
): Promise<ChangeList> {
  const rows = await database
    .selectFrom("change")
    .leftJoin("release", "release.change_id", "change.id")
    .selectAll("change")
    .select("release.version")
    .select((each) =>
      each
        .selectFrom("round")
        .select(each.fn.countAll().as("rounds"))
        .whereRef("round.change_id", "=", "change.id")
        .as("rounds"),
    )
    .where((each) =>
      each.and([
        ...(set === null ? [] : [each("change.set_name", "=", set)]),
        ...(status === null ? [] : [each("change.status", "=", status)]),
        ...(before === null ? [] : [each("change.id", "<", before)]),
      ]),
    )
    .orderBy("change.id", "desc")
    .limit(PAGE + 1)
    .execute();
  const page = rows.slice(0, PAGE);
  const nameOf = await namesOf(
    database,
    page.map(({ created_by }) => created_by),
    asker,
  );
  const changes = page.map((row) => ({ ...summary(row, nameOf, row.version), rounds: Number(row.rounds) }));
  return { changes, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}
