import type { Transaction } from "kysely";
import type { EngineBundle, Objection, Publishing } from "../../engine/release/index.ts";
import { done } from "../folders/index.ts";
import {
  areOpen,
  effectiveProblem,
  type KeySecret,
  publishRelease,
  storedReleases,
  storeShelf,
} from "../publishing/index.ts";
import { type Database, record, type Tables } from "../store/index.ts";
import { keepReleaseName, releaseNameProblem } from "../store/names/index.ts";
import { bar, type Outcome } from "./barrier.ts";
import { releasesOf } from "./base.ts";
import { activeAmong, isStillHeard } from "./counted.ts";
import type { Building } from "./building/index.ts";
import { type ChangeState, gatesFor, type GateSources } from "./gates.ts";
import { type HeldChange, roundBarrier } from "./holdChange.ts";
import { textsOfRound } from "./rounds.ts";
import { insertSigning, type Named, type Signer } from "./sign.ts";
import { signingsOf, type StoredSigning } from "./signings.ts";

/** What publishing needs beside a change. */
export interface PublishingSources extends GateSources {
  /** `null`: nothing is signed here. */
  readonly secret: KeySecret | null;
  /** The engine that releases carry; `null` while it is not built. */
  readonly engine: () => Promise<EngineBundle | null>;
  /** Makes a release, in a thread of its own. */
  readonly build: (building: Building) => Promise<Publishing>;
  readonly clock: () => Date;
}

export interface Effective {
  readonly from: string;
  readonly to: string | null;
}

/** Makes the release of exactly the round that was approved, whatever the draft is by now; the id of the change. */
export async function publishChange(
  database: Database,
  sources: PublishingSources,
  signer: Signer,
  id: number,
  { effective, ...named }: Named & { readonly effective: Effective },
): Promise<Outcome<number>> {
  const known = await gatesFor(database, sources, id);
  if (!known.ok) return known;
  const state = known.value;
  const { secret } = sources;
  if (secret === null) return noSecret;
  const engine = await sources.engine();
  if (engine === null) return bar(503, "The engine that releases carry is not built: start the server by `npm start`.");
  const barrier =
    roundBarrier(state, named) ??
    gatesBarrier(state) ??
    (await nameBarrier(database, state)) ??
    (await shelfBarrier(database, state, effective, sources.clock()));
  if (barrier !== null) return barrier;
  const published = await publish(database, { ...sources, secret, engine, signer, state, effective }).catch(overtaken);
  if (published instanceof Overtaken) return bar(409, published.message);
  if (published.kind === "refused") return bar(409, published.objections.map(objectionInWords).join(" "));
  if (published.kind === "nothing new") return bar(409, "Nothing changed since the release before.");
  if (published.kind === "overtaken") return comparedWithAnother;
  return done(id);
}

function gatesBarrier({ gates }: ChangeState) {
  if (areOpen(gates)) return null;
  const closed = gates.filter(({ state }) => state !== "passed" && state !== "waived");
  return bar(409, closed.map(({ sentence }) => sentence).join(" "));
}

async function nameBarrier(database: Database, { change, round }: ChangeState) {
  const misnamed = await releaseNameProblem(database, change.set_name, round.name);
  return misnamed === null ? null : bar(409, misnamed);
}

/** Looked at again when the release is put on the shelf: here, before anything is made. */
async function shelfBarrier(database: Database, state: ChangeState, effective: Effective, now: Date) {
  const { releases } = await storedReleases(database).list(state.round.name);
  if ((releases[0]?.digest ?? null) !== (await baseDigest(database, state))) return comparedWithAnother;
  const problem = effectiveProblem(releases, effective, now);
  return problem === null ? null : bar(422, problem);
}

const comparedWithAnother = bar(
  409,
  "Another release was published since this round was sent: send it again, to be compared with that one.",
);

/** A server that was started without a place for the secret. */
export const noSecret = bar(503, "This server has no secret for signing keys, so that it signs nothing.");

interface Wish extends Omit<PublishingSources, "engine" | "secret"> {
  readonly secret: KeySecret;
  readonly engine: EngineBundle;
  readonly signer: Signer;
  readonly state: ChangeState;
  readonly effective: Effective;
}

async function publish(database: Database, { secret, engine, build, clock, signer, state, effective }: Wish) {
  const { change, round, counted } = state;
  const files = await textsOfRound(database, round);
  const alongside = (transaction: Transaction<Tables>) => closeChange(transaction, signer, state);
  const shelf = storeShelf(database, { secret, actor: signer.actor.id, change: change.id, alongside });
  return publishRelease(shelf, {
    set: round.name,
    base: await baseDigest(database, state),
    build: (earlier) => build({ files, earlier, engine }),
    effective,
    approvals: counted.approved.map(({ actor_name: name, meaning, digest, at }) => ({
      name,
      meaning,
      digest,
      at: at.toISOString(),
    })),
    waivers: [...counted.waivers].map(([gate, { reason, actor_name: name, at }]) => ({
      gate,
      reason,
      name,
      at: at.toISOString(),
    })),
    independentlyApproved: counted.approved.length > 0,
    publishedBy: signer.actor.name,
    clock,
  });
}

/** Of the release that the round was compared with; one that is gone comes to none, and so to a refusal. */
async function baseDigest(database: Database, { change, round }: ChangeState): Promise<string | null> {
  const releases = await releasesOf(database, change.set_name);
  return releases.find(({ version }) => version === round.base)?.digest ?? null;
}

/** What was approved must still stand when the release is put on the shelf: else all of it is undone. */
async function closeChange(transaction: Transaction<Tables>, { actor, at }: Signer, state: ChangeState): Promise<void> {
  const { id } = state.change;
  const change = await transaction
    .selectFrom("change")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const held: HeldChange = { transaction, change, round: state.round };
  const { round, digest } = state.round;
  const isMoved = roundBarrier(held, { round, digest }) !== null || (await lastRound(transaction, id)) !== round;
  if (isMoved || !isSame(await signingsOf(transaction, id), state.signings)) throw new Overtaken(movedOn);
  // Nobody was put out meanwhile whose word the gates were opened by.
  const heard = await activeAmong(transaction, [...state.active.keys()]);
  if (!isStillHeard(state.active, heard)) throw new Overtaken(movedOn);
  const misnamed = await keepReleaseName(transaction, change.set_name, state.round.name);
  if (misnamed !== null) throw new Overtaken(misnamed);
  await insertSigning(held, { actor, at }, { meaning: "published", gate: null, reason: "" });
  await transaction.updateTable("change").set({ status: "published", closed_at: at }).where("id", "=", id).execute();
  const detail = { set: change.set_name, round, digest };
  await record(transaction, { actor: actor.id, action: "publish change", subject: String(id), detail, at });
}

async function lastRound(transaction: Transaction<Tables>, change: number): Promise<number> {
  const { last } = await transaction
    .selectFrom("round")
    .select(({ fn }) => fn.max("number").as("last"))
    .where("change_id", "=", change)
    .executeTakeFirstOrThrow();
  return last;
}

/** Signatures are only ever added. */
const isSame = (one: readonly StoredSigning[], other: readonly StoredSigning[]): boolean => one.length === other.length;

/** Thrown in the transaction of a release, so that nothing of it stays; its message is for who publishes. */
class Overtaken extends Error {}

const movedOn = "The change moved on while its release was made: look at it again.";

function overtaken(error: unknown): Overtaken {
  if (error instanceof Overtaken) return error;
  throw error;
}

function objectionInWords(objection: Objection): string {
  switch (objection.kind) {
    case "failing case":
      return `\`${objection.case}\` does not come out as expected.`;
    case "no expectation":
      return `\`${objection.case}\` says nothing of what is expected.`;
    case "diagnostic":
      return objection.diagnostic.message;
    case "set":
      return objection.detail;
  }
}
