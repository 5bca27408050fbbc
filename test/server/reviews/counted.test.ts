import { afterAll, beforeAll, expect, it } from "vitest";
import { decide, type PublishingSources, publishChange, sendAgain } from "../../../server/reviews/index.ts";
import { type Database, openDatabase } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { kneeGuideline, listPeople, newKnees, noon, person, revisionOf, setActive, sourcesOf, write } from "./knees.ts";
import { reviewing } from "./reviewing.ts";

/** Without the example that alone shows what comes of nothing said. */
const inadequate = kneeGuideline.replace(/\nexample "Nothing is said[^]*$/, "");

onBothDatabases("what counts of what is said of a round", (fresh) => {
  let database: Database;
  let team: PublishingSources;
  let desk: ReturnType<typeof reviewing>;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await listPeople(database);
    team = sourcesOf(database, "team");
    desk = reviewing(database, team);
  });
  afterAll(() => database.destroy());

  const stateOf = async (id: number, gate: string) =>
    (await desk.read(id)).gates.find((each) => each.gate === gate)?.state;
  const sentInadequate = async () => {
    const set = await newKnees(database, "ann");
    await write(database, "ann", set, inadequate);
    return { set, id: await desk.send("dan", set) };
  };

  it("nobody waives gates of what they wrote or sent themselves", async () => {
    const { id } = await sentInadequate();
    for (const own of ["ann", "dan"])
      expect(await desk.waiveGate(id, "adequacy", own)).toMatchObject({ refusal: { status: 403 } });
    const { may, mayNot } = await desk.read(id, "ann");
    expect([may.includes("waive"), mayNot.some(({ what }) => what === "waive")]).toEqual([false, true]);
    expect(await stateOf(id, "adequacy")).toBe("failed");
    expect(await desk.waiveGate(id, "adequacy", "pat")).toMatchObject({ ok: true });
    expect(await stateOf(id, "adequacy")).toBe("waived");
    // Another may put their name to it who wrote it, once somebody else has approved it.
    await desk.approve(id, "rita");
    expect(await desk.publish(id, "2026-04-01", { actor: "ann" })).toMatchObject({ ok: true });
  });

  it("who works alone waives for themselves", async () => {
    const set = await newKnees(database, "local");
    await write(database, "local", set, inadequate);
    const alone = reviewing(database, sourcesOf(database, "local"));
    const id = await alone.send("local", set);
    expect(await alone.waiveGate(id, "adequacy", "local")).toMatchObject({ ok: true });
    expect(await alone.publish(id, "2026-04-01", { actor: "local" })).toMatchObject({ ok: true });
  });

  it("an approval counts only while its giver is a person here", async () => {
    const id = await desk.send("ann", await newKnees(database, "ann"));
    await desk.approve(id, "ghost");
    expect(await stateOf(id, "approval")).toBe("not yet");
    await desk.approve(id, "rita");
    expect(await stateOf(id, "approval")).toBe("passed");
    await setActive(database, "rita", false);
    expect(await stateOf(id, "approval")).toBe("not yet");
    expect(await desk.publish(id, "2026-04-01")).toMatchObject({ refusal: { status: 409 } });
    expect(await desk.approve(id, "bob")).toMatchObject({ ok: true });
    expect(await desk.publish(id, "2026-04-01")).toMatchObject({ ok: true });
    const { attestation } = await database
      .selectFrom("release")
      .select("attestation")
      .where("change_id", "=", id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(attestation).statement).toMatchObject({
      independentlyApproved: true,
      approvals: [{ name: "BOB" }],
    });
    // What was published stays as it was judged.
    await setActive(database, "bob", false);
    expect(await stateOf(id, "approval")).toBe("passed");
    await setActive(database, "bob", true);
    await setActive(database, "rita", true);
  });

  it("what was signed in a role counts only while its giver has that role", async () => {
    const setRoles = (id: string, roles: readonly string[]) =>
      database
        .updateTable("person")
        .set({ roles: JSON.stringify(roles) })
        .where("id", "=", id)
        .execute();
    const { id } = await sentInadequate();
    await desk.approve(id, "rita");
    await desk.waiveGate(id, "adequacy", "pat");
    const states = async () => [await stateOf(id, "approval"), await stateOf(id, "adequacy")];
    expect(await states()).toEqual(["passed", "waived"]);
    await setRoles("rita", ["author", "publisher"]);
    await setRoles("pat", ["author", "reviewer"]);
    expect(await states()).toEqual(["not yet", "failed"]);
    expect(await desk.publish(id, "2026-04-01")).toMatchObject({ refusal: { status: 409 } });
    for (const each of ["rita", "pat"]) await setRoles(each, ["author", "reviewer", "publisher"]);
    const build: PublishingSources["build"] = async (building) => {
      await setRoles("rita", ["author"]);
      return team.build(building);
    };
    const wish = { ...(await desk.named(id)), effective: { from: "2026-04-01", to: null } };
    const published = await publishChange(database, { ...team, build }, desk.by("pat"), id, wish);
    await setRoles("rita", ["author", "reviewer", "publisher"]);
    expect(published).toMatchObject({ refusal: { status: 409, detail: expect.stringContaining("moved on") } });
  });

  it("what somebody wants changed who was put out, or is no reviewer any more, holds nothing up", async () => {
    const id = await desk.send("ann", await newKnees(database, "ann"));
    const asked = { ...(await desk.named(id)), decision: "changes requested", reason: "Unclear." } as const;
    expect(await decide(database, team, desk.by("rita"), id, asked)).toMatchObject({ ok: true });
    await desk.approve(id, "bob");
    const gate = async () => (await desk.read(id)).gates.find((each) => each.gate === "approval");
    const open = await gate();
    expect([open?.state, JSON.stringify(open)]).toEqual(["failed", expect.stringContaining("RITA")]);
    await setActive(database, "rita", false);
    const passed = await gate();
    expect([passed?.state, JSON.stringify(passed)]).toEqual(["passed", expect.not.stringContaining("RITA")]);
    await setActive(database, "rita", true);
    expect((await gate())?.state).toBe("failed");
  });

  it("a waiver of somebody who was put out is given anew by another", async () => {
    const { id } = await sentInadequate();
    await desk.waiveGate(id, "adequacy", "cid");
    await setActive(database, "cid", false);
    expect(await stateOf(id, "adequacy")).toBe("failed");
    expect(await desk.waiveGate(id, "adequacy", "pat")).toMatchObject({ ok: true });
    expect(await desk.waiveGate(id, "adequacy", "bob")).toMatchObject({ refusal: { status: 409 } });
    expect(await stateOf(id, "adequacy")).toBe("waived");
    await setActive(database, "cid", true);
  });

  it("nothing is published where an approver is put out while the release is made", async () => {
    const id = await desk.send("ann", await newKnees(database, "ann"));
    await desk.approve(id, "rita");
    const build: PublishingSources["build"] = async (building) => {
      await setActive(database, "rita", false);
      return team.build(building);
    };
    const wish = { ...(await desk.named(id)), effective: { from: "2026-04-01", to: null } };
    const published = await publishChange(database, { ...team, build }, desk.by("pat"), id, wish);
    await setActive(database, "rita", true);
    expect(published).toMatchObject({ refusal: { status: 409, detail: expect.stringContaining("moved on") } });
    expect((await desk.read(id)).status).toBe("approved");
    expect(await database.selectFrom("release").select("version").where("change_id", "=", id).execute()).toEqual([]);
  });

  it("what was said of the round before counts for none that is sent while it is said", async () => {
    const { set, id } = await sentInadequate();
    const before = await desk.named(id);
    await write(database, "ann", set, `${inadequate}\n# Checked.\n`);
    const sending = { actor: "ann", at: noon, revision: await revisionOf(database, set), mode: "team" as const };
    expect(await sendAgain(database, sending, id)).toMatchObject({ ok: true });
    const wish = { ...before, effective: { from: "2026-04-01", to: null } };
    expect(await publishChange(database, team, { actor: person("pat"), at: noon }, id, wish)).toMatchObject({
      refusal: { status: 409 },
    });
  });
});
