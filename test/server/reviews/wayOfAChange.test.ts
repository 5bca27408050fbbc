import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acknowledge,
  addComment,
  decide,
  dueSets,
  listComments,
  type PublishingSources,
  publishChange,
  readChange,
  resolve,
  retire,
  reviewYearly,
  rollBack,
  rollbackPlan,
  sendAgain,
  sendToReview,
  waive,
  withdraw,
} from "../../../server/reviews/index.ts";
import type { Change } from "../../../server/protocol/index.ts";
import { editionInForce } from "../../../engine/release/index.ts";
import { editionsReader } from "../../../server/determinations/answering/editions.ts";
import { keySecret, publishRelease, storeShelf } from "../../../server/publishing/index.ts";
import { releasesOf } from "../../../server/reviews/base.ts";
import { readRounds } from "../../../server/reviews/rounds.ts";
import { type Database, openDatabase, verifyAudit } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import {
  kneeGuideline,
  listPeople,
  newKnees,
  noon,
  person,
  revisionOf,
  sourcesOf,
  widerKnees,
  write,
} from "./knees.ts";

const by = (id: string) => ({ actor: person(id), at: noon });
const april = { from: "2026-04-01", to: null };

onBothDatabases("the way of a change", (fresh) => {
  let database: Database;
  let team: PublishingSources;
  let local: PublishingSources;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await listPeople(database);
    team = sourcesOf(database, "team");
    local = sourcesOf(database, "local");
  });
  afterAll(() => database.destroy());

  const send = async (actor: string, set: string, { mode } = team) => {
    const sending = { actor, at: noon, revision: await revisionOf(database, set), mode };
    const sent = await sendToReview(database, sending, set, { title: "A change", description: "" });
    if (!sent.ok) throw new Error(sent.refusal.detail);
    return sent.value;
  };
  const read = async (id: number, sources = team): Promise<Change> => {
    const change = await readChange(database, sources, person("eve"), id);
    if (!change.ok) throw new Error(change.refusal.detail);
    return change.value;
  };
  const named = async (id: number) => {
    const last = (await read(id)).rounds.at(-1);
    return { round: last?.round ?? 0, digest: last?.digest ?? "" };
  };
  const approve = async (id: number, actor: string) =>
    decide(database, team, by(actor), id, { ...(await named(id)), decision: "approved", reason: "" });
  const release = async (id: number, effective: { from: string; to: string | null } = april, sources = team) =>
    publishChange(database, sources, by("pat"), id, { ...(await named(id)), effective });
  const acknowledgeAll = async (id: number, actor: string) => {
    const { plan } = await planned(id);
    const keys = plan.comparison.services.flatMap((service) =>
      service.transitions.flatMap(({ key, state }) => (state === "possible" ? [key] : [])),
    );
    return acknowledge(database, team, by(actor), id, { ...(await named(id)), keys });
  };
  const planned = async (id: number) => {
    const last = (await readRounds(database, id)).at(-1);
    if (last === undefined) throw new Error("every change has a round");
    const asked = await team.plans.planOf(last, "begin");
    if (asked.kind !== "made") throw new Error("plans of tests are made on the spot");
    return asked;
  };
  /** Release 1.0.0 of a set, written by ann. */
  const published = async () => {
    const set = await newKnees(database, "ann");
    const id = await send("ann", set);
    await approve(id, "bob");
    expect(await release(id)).toEqual({ ok: true, value: id });
    return { set, id };
  };

  describe("from a draft to a release", () => {
    it("publishes what another approved, and says by whom", async () => {
      const { set, id } = await published();
      expect(await read(id)).toMatchObject({
        status: "published",
        version: "1.0.0",
        signings: [
          { meaning: "approved", by: { id: "bob", name: "BOB" } },
          { meaning: "published", by: { id: "pat", name: "PAT" } },
        ],
      });
      const row = await database
        .selectFrom("release")
        .selectAll()
        .where("change_id", "=", id)
        .executeTakeFirstOrThrow();
      const { statement } = JSON.parse(row.attestation);
      expect(statement).toMatchObject({
        set,
        version: "1.0.0",
        independentlyApproved: true,
        approvals: [{ name: "BOB", meaning: "approved" }],
        published: { name: "PAT" },
        effective: april,
      });
      expect(statement.approvals[0].digest).toBe(statement.files);
    });

    it("compares with the release before, and waits for every move to be acknowledged", async () => {
      const { set } = await published();
      await write(database, "ann", set, widerKnees);
      const id = await send("ann", set);
      await approve(id, "bob");
      const before = await read(id);
      expect(before.gates.filter(({ state }) => state !== "passed").map(({ gate }) => gate)).toEqual(["transitions"]);
      expect(await release(id, { from: "2026-05-01", to: null })).toMatchObject({ refusal: { status: 409 } });
      expect(await acknowledgeAll(id, "ann")).toMatchObject({ refusal: { status: 403 } });
      expect(await acknowledgeAll(id, "bob")).toMatchObject({ ok: true });
      expect(await release(id, { from: "2026-05-01", to: null })).toMatchObject({ ok: true });
      expect(await read(id)).toMatchObject({ status: "published", version: "2.0.0" });
    });

    it("publishes the round, not the draft as it is by then", async () => {
      const set = await newKnees(database, "ann");
      const id = await send("ann", set);
      await approve(id, "bob");
      await write(database, "ann", set, widerKnees);
      expect((await read(id)).draft.differs).toBe(true);
      expect(await release(id)).toMatchObject({ ok: true });
      const next = await send("ann", set);
      expect((await read(next)).rounds[0]).toMatchObject({ base: "1.0.0", authors: [{ id: "ann" }] });
    });

    it("lets one person alone do all, and the release says so", async () => {
      const set = await newKnees(database, "local");
      const id = await send("local", set, local);
      const signer = by("local");
      const wish = { ...(await named(id)), effective: april };
      expect(await publishChange(database, team, signer, id, wish)).toMatchObject({ refusal: { status: 409 } });
      expect(await publishChange(database, local, signer, id, wish)).toMatchObject({ ok: true });
      const row = await database
        .selectFrom("release")
        .selectAll()
        .where("change_id", "=", id)
        .executeTakeFirstOrThrow();
      expect(JSON.parse(row.attestation).statement).toMatchObject({ independentlyApproved: false, approvals: [] });
    });
  });

  describe("approvals", () => {
    it("are never given by who wrote any part, sent it, or wrote before in the same release", async () => {
      const { set } = await published();
      await write(database, "bob", set, widerKnees);
      await write(database, "cid", set, `${widerKnees}\n# Checked.\n`);
      const id = await send("dan", set);
      for (const actor of ["bob", "cid", "dan"])
        expect(await approve(id, actor)).toMatchObject({ refusal: { status: 403 } });
      expect(await approve(id, "ann")).toMatchObject({ ok: true });
      expect((await read(id)).status).toBe("approved");
    });

    it("lapse with another round, and count for no other change or round when they are sent again", async () => {
      const set = await newKnees(database, "ann");
      const id = await send("ann", set);
      const first = { ...(await named(id)), decision: "approved", reason: "" } as const;
      expect(await decide(database, team, by("bob"), id, first)).toMatchObject({ ok: true });
      expect(await decide(database, team, by("bob"), id, first)).toMatchObject({ refusal: { status: 409 } });
      await write(database, "ann", set, widerKnees);
      const sending = { actor: "ann", at: noon, revision: await revisionOf(database, set), mode: team.mode };
      expect(await sendAgain(database, sending, id)).toMatchObject({ ok: true });
      expect(await read(id)).toMatchObject({ status: "in review", signings: [{ lapsed: true }] });
      expect(await decide(database, team, by("bob"), id, first)).toMatchObject({ refusal: { status: 409 } });
      const forged = { ...first, round: 2 };
      expect(await decide(database, team, by("bob"), id, forged)).toMatchObject({ refusal: { status: 409 } });
      const other = await send("ann", await newKnees(database, "ann"));
      expect(await decide(database, team, by("bob"), other, first)).toMatchObject({ refusal: { status: 409 } });
      expect(await release(id)).toMatchObject({ refusal: { status: 409 } });
    });

    it("do not overrule who asks for changes", async () => {
      const id = await send("ann", await newKnees(database, "ann"));
      const ask = { ...(await named(id)), decision: "changes requested" } as const;
      expect(await decide(database, team, by("cid"), id, { ...ask, reason: "" })).toMatchObject({
        refusal: { status: 422 },
      });
      expect(await decide(database, team, by("cid"), id, { ...ask, reason: "Cite it." })).toMatchObject({ ok: true });
      expect(await approve(id, "bob")).toMatchObject({ ok: true });
      expect((await read(id)).status).toBe("in review");
      expect(await release(id)).toMatchObject({ refusal: { status: 409, detail: expect.stringContaining("CID") } });
      expect(await approve(id, "cid")).toMatchObject({ ok: true });
      expect((await read(id)).status).toBe("approved");
    });
  });

  it("waives what may be waived, with a reason that stands in the release", async () => {
    const set = await newKnees(database, "ann");
    await write(database, "ann", set, kneeGuideline.replace(/\nexample "Nothing is said[^]*$/, ""));
    const id = await send("ann", set);
    await approve(id, "bob");
    const wish = { ...(await named(id)), reason: "The panel meets in May." };
    expect(await waive(database, team, by("pat"), id, { ...wish, gate: "cases" })).toMatchObject({
      refusal: { status: 409 },
    });
    expect(await waive(database, team, by("pat"), id, { ...wish, gate: "proofs" })).toMatchObject({
      refusal: { status: 409 },
    });
    expect(await release(id)).toMatchObject({ refusal: { status: 409 } });
    expect(await waive(database, team, by("ann"), id, { ...wish, gate: "adequacy" })).toMatchObject({
      refusal: { status: 403, detail: expect.stringContaining("You wrote part of this") },
    });
    expect(await readChange(database, team, person("ann"), id)).toMatchObject({
      value: { mayNot: expect.arrayContaining([{ what: "waive", because: expect.stringContaining("You wrote") }]) },
    });
    expect(await waive(database, team, by("pat"), id, { ...wish, gate: "adequacy" })).toMatchObject({ ok: true });
    expect(await release(id)).toMatchObject({ ok: true });
    const row = await database.selectFrom("release").selectAll().where("change_id", "=", id).executeTakeFirstOrThrow();
    expect(JSON.parse(row.attestation).statement.waivers).toMatchObject([
      { gate: "adequacy", reason: "The panel meets in May.", name: "PAT" },
    ]);
  });

  it("takes one change of a set at a time, and only what its sender has seen", async () => {
    const set = await newKnees(database, "ann");
    const revision = await revisionOf(database, set);
    const wish = { title: "A change", description: "" };
    await write(database, "ann", set, widerKnees);
    expect(
      await sendToReview(database, { actor: "ann", at: noon, revision, mode: team.mode }, set, wish),
    ).toMatchObject({
      refusal: { status: 409 },
    });
    const id = await send("ann", set);
    const again = { actor: "ann", at: noon, revision: await revisionOf(database, set), mode: team.mode };
    expect(await sendToReview(database, again, set, wish)).toMatchObject({ refusal: { status: 409 } });
    expect(await sendAgain(database, again, id)).toMatchObject({ refusal: { status: 409 } });
    expect(await withdraw(database, { actor: "ann", at: noon }, id)).toMatchObject({ ok: true });
    expect(await approve(id, "bob")).toMatchObject({ refusal: { status: 409 } });
    expect(await sendToReview(database, again, set, wish)).toMatchObject({ ok: true });
  });

  it("refuses days in force that overlap or go backwards", async () => {
    const { set } = await published();
    await write(database, "ann", set, `${kneeGuideline}\n# Checked.\n`);
    const id = await send("ann", set);
    await approve(id, "bob");
    for (const effective of [
      { from: "2026-04-01", to: null },
      { from: "2026-03-31", to: null },
      { from: "2026-06-02", to: "2026-06-01" },
      { from: "9999-12-31", to: null },
    ])
      expect(await release(id, effective)).toMatchObject({ refusal: { status: 422 } });
    expect(await release(id, { from: "2026-04-02", to: "2026-12-31" })).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ version: "1.0.1" });
  });

  it("goes back to an earlier release by a release, after showing what that changes", async () => {
    const { set } = await published();
    await write(database, "ann", set, widerKnees);
    const id = await send("ann", set);
    await approve(id, "bob");
    await acknowledgeAll(id, "bob");
    await release(id, { from: "2026-05-01", to: null });
    const shown = await rollbackPlan(database, team.plans, set, "1.0.0");
    expect(shown).toMatchObject({
      value: { plan: { comparison: { against: "2.0.0", verdict: "narrower", version: "3.0.0" } } },
    });
    const sending = { actor: "eve", at: noon, revision: await revisionOf(database, set), mode: team.mode };
    // No database keeps such a character, so it fails once the draft was replaced: the draft is as it was.
    const broken = rollBack(database, sending, set, { version: "1.0.0", reason: "\u0000" });
    await expect(broken).rejects.toThrow("invalid byte sequence");
    expect(await revisionOf(database, set)).toBe(sending.revision);
    const back = await rollBack(database, sending, set, { version: "1.0.0", reason: "It was wrong." });
    expect(back).toMatchObject({ ok: true });
    const change = await read(back.ok ? back.value : 0);
    expect(change).toMatchObject({
      title: "Back to release 1.0.0",
      rounds: [{ base: "2.0.0", authors: [{ id: "eve" }] }],
    });
    expect(await approve(change.id, "eve")).toMatchObject({ refusal: { status: 403 } });
    expect(await rollbackPlan(database, team.plans, set, "9.9.9")).toMatchObject({ refusal: { status: 404 } });
  });

  it("ends a release, and asks for the yearly review", async () => {
    const { set, id } = await published();
    const due = async (now: Date) => (await dueSets(database, now)).due.find((each) => each.set === set);
    expect(await due(noon)).toMatchObject({ due: "2027-03-01", overdue: false, last: { by: { id: "bob" } } });
    expect(await due(new Date("2027-03-02T00:00:00Z"))).toMatchObject({ overdue: true });
    const later = { actor: person("bob"), at: new Date("2026-09-30T12:00:00Z") };
    expect(await reviewYearly(database, later, set, { version: "1.0.1", note: "" })).toMatchObject({
      refusal: { status: 409 },
    });
    expect(await reviewYearly(database, later, set, { version: "1.0.0", note: "" })).toMatchObject({ ok: true });
    expect(await due(noon)).toMatchObject({ due: "2027-09-30", last: { what: "reviewed", by: { name: "BOB" } } });
    const wish = { set, version: "1.0.0", reason: "Withdrawn by its publisher." };
    const end = (effectiveTo: string) => retire(database, team.secret, by("pat"), { ...wish, effectiveTo });
    expect(await end("2026-02-27")).toMatchObject({ refusal: { status: 422 } });
    expect(await end("2026-12-31")).toMatchObject({ ok: true });
    expect(await end("2027-01-31")).toMatchObject({ refusal: { status: 409 } });
    expect(await due(new Date("2027-01-01T12:00:00Z"))).toBeUndefined();
    expect((await read(id)).status).toBe("retired");
  });

  it("is due when its release says so: what its draft says by now puts nothing off", async () => {
    const { set } = await published();
    const seldom = `schema: precept/set/1\nname: ${set}\ntitle: Other knees\nreview every: 120 months\n`;
    await write(database, "ann", set, seldom, "set.yaml");
    const due = (await dueSets(database, noon)).due.find((each) => each.set === set);
    expect(due).toMatchObject({ title: "Knees", months: 12, due: "2027-03-01" });
  });

  it("is not locked out by a release that begins too late: that one is retired before it begins", async () => {
    const { set } = await published();
    await write(database, "ann", set, `${kneeGuideline}\n# Checked.\n`);
    const late = await send("ann", set);
    await approve(late, "bob");
    expect(await release(late, { from: "2028-02-01", to: null })).toMatchObject({ ok: true });
    await write(database, "ann", set, `${kneeGuideline}\n# Checked again.\n`);
    const next = await send("ann", set);
    await approve(next, "bob");
    expect(await release(next, { from: "2026-05-01", to: null })).toMatchObject({
      refusal: { status: 422, detail: expect.stringContaining("once that one is retired") },
    });
    const wish = { set, version: "1.0.1", reason: "A slip.", effectiveTo: "2026-03-01" };
    expect(await retire(database, team.secret, by("pat"), wish)).toMatchObject({ ok: true });
    const due = (await dueSets(database, noon)).due.find((each) => each.set === set);
    expect(due).toMatchObject({ version: "1.0.0" });
    expect(await release(next, { from: "2026-05-01", to: null })).toMatchObject({ ok: true });
    const editions = await editionsReader(database)(set);
    expect(editionInForce(editions ?? [], "2028-03-01", set)).toMatchObject({ edition: { version: "1.0.2" } });
    expect(editionInForce(editions ?? [], "2026-04-15", set)).toMatchObject({ edition: { version: "1.0.0" } });
  });

  it("publishes nothing that was compared with another release than the latest", async () => {
    const { set } = await published();
    await write(database, "ann", set, `${kneeGuideline}\n# Checked.\n`);
    const id = await send("ann", set);
    await approve(id, "bob");
    const [latest] = await releasesOf(database, set);
    const shelf = storeShelf(database, { secret: keySecret("for tests"), actor: "pat" });
    const other = await publishRelease(shelf, {
      set,
      base: latest?.digest ?? null,
      build: (earlier) =>
        team.build({
          files: [
            { path: "set.yaml", text: `schema: precept/set/1\nname: ${set}\ntitle: Knees\n` },
            { path: "knees.guideline", text: widerKnees },
          ],
          earlier,
          engine: { version: "0.0.0", bytes: new TextEncoder().encode("export {};\n") },
        }),
      effective: { from: "2026-04-02", to: null },
      approvals: [],
      waivers: [],
      independentlyApproved: false,
      publishedBy: "Pat",
      clock: () => noon,
    });
    expect(other).toMatchObject({ kind: "published" });
    expect(await release(id, { from: "2026-05-01", to: null })).toMatchObject({
      refusal: { status: 409, detail: expect.stringContaining("Another release was published") },
    });
    const again = { actor: "ann", at: noon, revision: await revisionOf(database, set), mode: team.mode };
    expect(await sendAgain(database, again, id)).toMatchObject({ ok: true });
    expect((await read(id)).rounds.at(-1)).toMatchObject({ base: "2.0.0", authors: [{ id: "ann" }] });
  });

  it("keeps comments with the words they are about, in threads that are resolved and opened again", async () => {
    const set = await newKnees(database, "ann");
    const id = await send("ann", set);
    const writing = { actor: "bob", at: noon };
    const offset = kneeGuideline.indexOf("imaging if knee pain");
    const anchor = { file: "knees.guideline", criterion: null, offset, quote: "imaging if knee pain" };
    const said = { text: "Which knee?", round: 1, anchor, replyTo: null };
    const comment = await addComment(database, writing, id, said);
    const first = comment.ok ? comment.value : 0;
    expect(await addComment(database, writing, id, { ...said, anchor: { ...anchor, offset: 3 } })).toMatchObject({
      refusal: { status: 422 },
    });
    expect(await addComment(database, writing, id, { ...said, anchor: null, replyTo: first })).toMatchObject({
      ok: true,
    });
    await write(database, "ann", set, widerKnees);
    await sendAgain(
      database,
      { actor: "ann", at: noon, revision: await revisionOf(database, set), mode: team.mode },
      id,
    );
    const listed = await listComments(database, id, 0, person("bob"));
    expect(listed).toMatchObject({
      value: {
        total: 2,
        next: null,
        comments: [
          { round: 1, anchor: { criterion: "imaging if" }, standing: { kind: "there", changed: false } },
          { replyTo: first, standing: null },
        ],
      },
    });
    expect(await resolve(database, writing, { change: id, comment: first, resolved: true })).toMatchObject({
      ok: true,
    });
    expect((await read(id)).comments).toEqual({ total: 2, open: 0 });
    await resolve(database, writing, { change: id, comment: first, resolved: false });
    expect((await read(id)).comments).toEqual({ total: 2, open: 1 });
  });

  it("takes 2,000 comments, and says so of the next", async () => {
    const id = await send("ann", await newKnees(database, "ann"));
    const row = { change_id: id, round: 1, text: "x", actor: "bob", at: noon };
    await database
      .insertInto("comment")
      .values(Array.from({ length: 1_999 }, () => row))
      .execute();
    const said = { text: "One more.", round: 1, anchor: null, replyTo: null };
    expect(await addComment(database, { actor: "bob", at: noon }, id, said)).toMatchObject({ ok: true });
    expect(await addComment(database, { actor: "bob", at: noon }, id, said)).toMatchObject({
      refusal: { status: 409 },
    });
    const page = await listComments(database, id, 0, person("bob"));
    expect(page.ok && [page.value.comments.length, page.value.total]).toEqual([100, 2_000]);
  });

  it("leaves an audit log that holds together", async () => {
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });
});
