import { deepStrictEqual, ok } from "node:assert/strict";
import * as fc from "fast-check";
import {
  acknowledge,
  decide,
  type Outcome,
  type PublishingSources,
  publishChange,
  readChange,
  rollBack,
  sendAgain,
  sendToReview,
  waive,
  withdraw,
} from "../../../server/reviews/index.ts";
import { keysToAcknowledge } from "../../../server/reviews/plan/planGates.ts";
import { readRounds } from "../../../server/reviews/rounds.ts";
import type { Database } from "../../../server/store/index.ts";
import { kneeGuideline, newKnees, noon, person, revisionOf, widerKnees, write } from "./knees.ts";

/** What anybody may try, in any order, with what they know of the newest round or of an earlier one. */
const kinds = [
  "write",
  "write badly",
  "send",
  "send again",
  "withdraw",
  "approve",
  "approve the first round",
  "request changes",
  "acknowledge",
  "waive adequacy",
  "waive cases",
  "publish",
  "roll back",
] as const;
const people = ["ann", "bob", "cid"] as const;
const step = fc.record({ kind: fc.constantFrom(...kinds), actor: fc.constantFrom(...people), pick: fc.nat(3) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What leads to a release when nothing comes between. */
const way = fc
  .record({ pick: fc.nat(2), order: fc.shuffledSubarray([...people], { minLength: 2 }) })
  .map(({ pick, order: [author = "ann", reviewer = "bob", publisher = reviewer] }): Step[] => [
    { kind: "write", actor: author, pick },
    { kind: "send", actor: author, pick },
    { kind: "acknowledge", actor: reviewer, pick },
    { kind: "approve", actor: reviewer, pick },
    { kind: "publish", actor: publisher, pick },
  ]);

/** Ways to a release, with anything before, between and after. */
export const steps = fc
  .array(fc.oneof({ weight: 3, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: way }), {
    minLength: 4,
    maxLength: 10,
  })
  .map((parts) => parts.flat());

const texts = [
  kneeGuideline,
  widerKnees,
  `${kneeGuideline}\n# Checked.\n`,
  kneeGuideline.replace(/\nexample "Nothing is said[^]*$/, ""),
];

/** One set, and what people do with it; how many releases that came to. */
export async function checkAnyOrder(
  database: Database,
  sources: PublishingSources,
  taken: readonly Step[],
): Promise<number> {
  const world = new World(database, sources, await newKnees(database, "ann"));
  for (const each of taken) await world.take(each);
  return world.published;
}

class World {
  readonly #database: Database;
  readonly #sources: PublishingSources;
  readonly #set: string;
  #day = 1;
  published = 0;

  constructor(database: Database, sources: PublishingSources, set: string) {
    this.#database = database;
    this.#sources = sources;
    this.#set = set;
  }

  async take(step: Step): Promise<void> {
    const before = await this.#everything();
    const outcome = await this.#tried(step);
    const after = await this.#everything();
    if (outcome === null || outcome.ok) ok(after.audited >= before.audited);
    // What is refused changes nothing at all.
    else deepStrictEqual(after, before);
    if (JSON.stringify(after.states) !== JSON.stringify(before.states)) ok(after.audited > before.audited);
    if (step.kind === "publish" && outcome?.ok === true) this.published += 1;
    await this.#holds();
  }

  /** `null`: a step that is no matter of reviews. */
  async #tried({ kind, actor, pick }: Step): Promise<Outcome<number> | null> {
    const [database, set, by] = [this.#database, this.#set, { actor: person(actor), at: noon }];
    const id = (await this.#newest()) ?? 999_999;
    const sending = { actor, at: noon, revision: await revisionOf(database, set), mode: this.#sources.mode };
    switch (kind) {
      case "write":
        return this.#written(actor, texts[pick] ?? kneeGuideline);
      case "write badly":
        return this.#written(actor, "guideline");
      case "send":
        return sendToReview(database, sending, set, { title: "A change", description: "" });
      case "send again":
        return sendAgain(database, sending, id);
      case "withdraw":
        return withdraw(database, sending, id);
      case "approve":
        return decide(database, this.#sources, by, id, {
          ...(await this.#round(id)),
          decision: "approved",
          reason: "",
        });
      case "approve the first round":
        return decide(database, this.#sources, by, id, {
          ...(await this.#round(id, 0)),
          decision: "approved",
          reason: "",
        });
      case "request changes":
        return decide(database, this.#sources, by, id, {
          ...(await this.#round(id)),
          decision: "changes requested",
          reason: "Why?",
        });
      case "acknowledge":
        return acknowledge(database, this.#sources, by, id, { ...(await this.#round(id)), keys: await this.#keys(id) });
      case "waive adequacy":
      case "waive cases": {
        const gate = kind === "waive cases" ? "cases" : "adequacy";
        return waive(database, this.#sources, by, id, { ...(await this.#round(id)), gate, reason: "Because." });
      }
      case "publish": {
        this.#day += 1;
        const from = new Date(noon.getTime() + this.#day * 86_400_000).toISOString().slice(0, 10);
        const effective = { from, to: null };
        return publishChange(database, this.#sources, by, id, { ...(await this.#round(id)), effective });
      }
      case "roll back":
        return rollBack(database, sending, set, { version: "1.0.0", reason: "" });
    }
  }

  async #written(actor: string, text: string): Promise<null> {
    await write(this.#database, actor, this.#set, text);
    return null;
  }

  async #newest(): Promise<number | null> {
    const row = await this.#database
      .selectFrom("change")
      .select("id")
      .where("set_name", "=", this.#set)
      .orderBy("id", "desc")
      .executeTakeFirst();
    return row?.id ?? null;
  }

  async #round(id: number, at = -1): Promise<{ round: number; digest: string }> {
    const change = await readChange(this.#database, this.#sources, person("eve"), id);
    const round = change.ok ? change.value.rounds.at(at) : undefined;
    return { round: round?.round ?? 1, digest: round?.digest ?? "" };
  }

  /** All that there is to acknowledge, or something that there is not. */
  async #keys(id: number): Promise<readonly string[]> {
    const last = (await readRounds(this.#database, id)).at(-1);
    const asked = last === undefined ? null : await this.#sources.plans.planOf(last, "begin");
    const keys = asked?.kind === "made" ? keysToAcknowledge(asked.plan) : [];
    return keys.length === 0 ? ["nothing of this name"] : keys;
  }

  async #everything() {
    const database = this.#database;
    const of = { change: await database.selectFrom("change").selectAll().orderBy("id").execute() };
    const { audited } = await database
      .selectFrom("audit")
      .select(({ fn }) => fn.countAll<string>().as("audited"))
      .executeTakeFirstOrThrow();
    return {
      states: of.change.map(({ id, status }) => ({ id, status })),
      audited: Number(audited),
      revision: await revisionOf(database, this.#set),
      rounds: await database.selectFrom("round").select(["change_id", "number"]).execute(),
      signings: (await database.selectFrom("signing").select("id").execute()).length,
      acknowledgments: (await database.selectFrom("acknowledgment").select("subject").execute()).length,
      releases: (await database.selectFrom("release").select("version").execute()).length,
    };
  }

  /** What must be so whatever was done. */
  async #holds(): Promise<void> {
    const database = this.#database;
    const changes = await database.selectFrom("change").selectAll().where("set_name", "=", this.#set).execute();
    ok(changes.filter(({ status }) => status === "in review" || status === "approved").length < 2);
    for (const { id, status } of changes) {
      const known = await readChange(database, this.#sources, person("eve"), id);
      if (!known.ok) throw new Error(known.refusal.detail);
      const { gates, rounds, signings } = known.value;
      const last = rounds.at(-1);
      const authors = last?.authors.map((author) => author.id) ?? [];
      const approvals = signings.filter(({ meaning, lapsed }) => meaning === "approved" && !lapsed);
      deepStrictEqual(
        approvals.filter(({ by, digest }) => authors.includes(by.id) || digest !== last?.digest),
        [],
      );
      if (status === "approved") ok(approvals.length > 0);
      if (status !== "published") continue;
      deepStrictEqual(
        gates.filter(({ state }) => state !== "passed" && state !== "waived"),
        [],
      );
      ok(approvals.length > 0);
    }
  }
}
