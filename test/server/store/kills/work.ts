import { scheduler } from "node:timers/promises";
import {
  type Change,
  changeListSchema,
  changeSchema,
  commentSchema,
  guidelineSetSchema,
  planProgressSchema,
  planSchema,
} from "../../../../server/protocol/index.ts";
import { keysToAcknowledge } from "../../../../server/reviews/plan/index.ts";
import { z } from "zod";
import { ask, type Asker, get, Gone } from "./asking.ts";
import { type Ledger, noted, type Said, saidOf } from "./ledger.ts";
import { credential, type Team } from "./people.ts";
import { save } from "./saving.ts";
import { releasedSet } from "./texts.ts";

/** One set goes from save to release again and again, another is saved meanwhile, until nobody answers any more. */
export async function workUntilGone(team: Team, ledger: Ledger): Promise<void> {
  const [released, saved] = ledger.files;
  await Promise.all([
    untilGone(async () => {
      await save(team.author, released);
      await publish(await reviewNext(team, ledger));
    }),
    untilGone(async () => {
      await save(team.author, saved);
      await scheduler.wait(Math.random() * 100);
    }),
  ]);
}

/** Does it again and again. */
export async function untilGone(act: () => Promise<void>): Promise<void> {
  try {
    for (;;) await act();
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
  }
}

export interface Reviewing {
  readonly team: Team;
  readonly ledger: Ledger;
  readonly change: Change;
  readonly said: Said;
  /** The round as everything that is said of it names it. */
  readonly named: { readonly round: number; readonly digest: string };
}

/** Brings the open change, from wherever it stands, or a new one to its approval. */
export async function reviewNext(team: Team, ledger: Ledger): Promise<Reviewing> {
  const change = await openChange(team, ledger);
  const round = change.rounds.at(-1);
  if (round === undefined) throw new Error("a change has a round");
  const named = { round: round.round, digest: round.digest };
  const reviewing: Reviewing = { team, ledger, change, said: saidOf(ledger, change.id), named };
  await comment(reviewing);
  await lookAt(reviewing);
  await approve(reviewing);
  return reviewing;
}

async function openChange(team: Team, ledger: Ledger): Promise<Change> {
  const { changes } = await get(team.author, changeListSchema, `/api/changes?set=${releasedSet}`);
  const open = changes.find(({ status }) => status === "in review" || status === "approved");
  if (open !== undefined) return maybeAgain(team.author, ledger, open.id);
  const { revision } = await get(team.author, guidelineSetSchema, `/api/sets/${releasedSet}`);
  ledger.isSending = true;
  const body = { title: "Next", revision };
  const change = await ask(team.author, changeSchema, "POST", `/api/sets/${releasedSet}/changes`, { body });
  const { digest = "" } = change.rounds[0] ?? {};
  saidOf(ledger, change.id).answered.add(`send to review\t1 ${digest}`);
  ledger.isSending = false;
  return change;
}

/** Of what was saved since, every other time a new round is made, which ends what was signed of the last. */
async function maybeAgain(author: Asker, ledger: Ledger, id: number): Promise<Change> {
  const change = await get(author, changeSchema, `/api/changes/${id}`);
  if (!change.draft.differs || Math.random() < 0.5) return change;
  const { revision } = change.draft;
  const said = saidOf(ledger, id);
  const next = change.rounds.length + 1;
  return noted(said, "send again", String(next), () =>
    ask(author, changeSchema, "POST", `/api/changes/${id}/rounds`, { body: { revision } }),
  );
}

async function comment({ team, change, said, named }: Reviewing): Promise<void> {
  const text = `Looks right to me, ${Math.random()}.`;
  await noted(said, "comment", text, () =>
    ask(team.reviewer, commentSchema, "POST", `/api/changes/${change.id}/comments`, {
      body: { text, round: named.round },
    }),
  );
}

/** What moves is acknowledged by the reviewer or, every other time, waived by the publisher. */
async function lookAt({ team, change, said, named }: Reviewing): Promise<void> {
  const keys = keysToAcknowledge(await planOf(team.reviewer, change.id));
  const { gates } = await get(team.reviewer, changeSchema, `/api/changes/${change.id}`);
  const gate = gates.find((each) => each.gate === "transitions");
  if (keys.length === 0 || gate?.state === "passed" || gate?.state === "waived") return;
  if (change.id % 2 === 0) await waive({ team, change, said, named }, "transitions");
  else
    await noted(said, "acknowledge", `${named.round} ${keys.toSorted().join(" ")}`, () =>
      ask(team.reviewer, changeSchema, "POST", `/api/changes/${change.id}/acknowledgments`, {
        body: { ...named, keys },
      }),
    );
}

async function waive({ team, change, said, named }: Omit<Reviewing, "ledger">, gate: string): Promise<void> {
  await noted(said, "waive gate", `${named.round} ${gate}`, () =>
    ask(team.publisher, changeSchema, "POST", `/api/changes/${change.id}/waivers`, {
      body: { ...named, gate, reason: "Known.", credential },
    }),
  );
}

async function approve({ team, change, said, named }: Reviewing): Promise<void> {
  const signed = change.signings.some(({ meaning, lapsed }) => meaning === "approved" && !lapsed);
  if (signed) return;
  await noted(said, "approve round", `${named.round} ${named.digest}`, () =>
    ask(team.reviewer, changeSchema, "POST", `/api/changes/${change.id}/approvals`, {
      body: { ...named, decision: "approved", credential },
    }),
  );
}

export async function publish({ team, ledger, change, said, named }: Reviewing): Promise<void> {
  ledger.isPublishing = true;
  const begun = performance.now();
  const body = { ...named, effectiveFrom: dayAfter(ledger.releases.size), credential };
  const { version } = await noted(said, "publish change", `${named.round} ${named.digest}`, () =>
    ask(team.publisher, changeSchema, "POST", `/api/changes/${change.id}/release`, { body }),
  );
  if (version === null) throw new Error("a change that was published has a version");
  ledger.releases.set(version, null);
  ledger.isPublishing = false;
  ledger.publishingTook = performance.now() - begun;
}

/** A release begins after the one before it. */
function dayAfter(releases: number): string {
  return new Date(Date.now() + releases * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

async function planOf(asker: Asker, id: number) {
  for (;;) {
    const plan = await get(asker, z.union([planSchema, planProgressSchema]), `/api/changes/${id}/plan`);
    if ("comparison" in plan) return plan;
    await scheduler.wait(20);
  }
}
