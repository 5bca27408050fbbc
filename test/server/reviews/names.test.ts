import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dueSets, type PublishingSources, retire, reviewYearly, rollbackPlan } from "../../../server/reviews/index.ts";
import { createSet, readDraft, saveFile } from "../../../server/store/drafts/index.ts";
import { type Database, openDatabase, readAudit } from "../../../server/store/index.ts";
import { namesOfSet, releaseNameOf, setNamed } from "../../../server/store/names/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { kneeGuideline, listPeople, newKnees, noon, person, sourcesOf, widerKnees, write } from "./knees.ts";
import { reviewing } from "./reviewing.ts";

const manifest = (name: string): string => `schema: precept/set/1\nname: "${name}"\ntitle: Knees\n`;

onBothDatabases("the name by which a set is released", (fresh) => {
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

  /** A draft of its own whose manifest gives any name. */
  const draftNamed = (set: string, name: string, guideline: string, actor = "mallory") =>
    createSet(database, { actor, at: noon }, set, [
      { path: "set.yaml", text: manifest(name) },
      { path: "knees.guideline", text: guideline },
    ]);
  const rename = async (actor: string, set: string, text: string) => {
    const draft = await readDraft(database, set);
    const file = draft.ok ? draft.value.files.find(({ path }) => path === "set.yaml") : undefined;
    const precondition = { kind: "matches", etags: [file?.etag ?? ""] } as const;
    expect(await saveFile(database, { actor, at: noon }, set, { path: "set.yaml", text }, precondition)).toMatchObject({
      ok: true,
    });
  };
  const released = async () => {
    const set = await newKnees(database, "ann");
    await desk.release(await desk.send("ann", set), "2026-04-01");
    return set;
  };

  describe("is of one set", () => {
    it("so that no other draft is sent or published by it, and its author stays its author", async () => {
      const set = await newKnees(database, "ann");
      await draftNamed(`${set}-side`, `${set}-x`, widerKnees);
      const side = await desk.send("bob", `${set}-side`);
      await rename("ann", set, manifest(`${set}-x`));
      await desk.release(await desk.send("ann", set), "2026-04-01");
      expect((await desk.read(side)).rounds[0]?.authors).toMatchObject([{ id: "mallory" }]);
      expect(await desk.approve(side, "mallory")).toMatchObject({ refusal: { status: 403 } });
      // Sent before the name was another's: it is not published either.
      await desk.approve(side, "rita");
      const late = await desk.publish(side, "2026-05-01");
      expect(late).toMatchObject({ refusal: { status: 409, detail: expect.stringContaining(`\`${set}\``) } });
      await draftNamed(`${set}-late`, `${set}-x`, widerKnees);
      expect(await desk.trySend("bob", `${set}-late`)).toMatchObject({ refusal: { status: 409 } });
      expect(await releaseNameOf(database, `${set}-side`)).toBeNull();
    });

    it("also where a draft is called so, or only capitals tell them apart", async () => {
      const set = await newKnees(database, "ann");
      await rename("ann", set, manifest(`${set}-b`));
      await desk.release(await desk.send("ann", set), "2026-04-01");
      await draftNamed(`${set}-other`, set, kneeGuideline);
      expect(await desk.trySend("bob", `${set}-other`)).toMatchObject({ refusal: { status: 409 } });
      expect(await draftNamed(`${set}-B`, "anything", kneeGuideline)).toMatchObject({
        refusal: { kind: "exists", detail: expect.stringContaining(`\`${set}-b\``) },
      });
    });
  });

  describe("is kept", () => {
    it("whatever the draft says later: its releases are reached, and nobody else's", async () => {
      const [set, other] = [await released(), await released()];
      await rename("mallory", set, manifest(other));
      const wish = { set, reason: "Unsafe.", effectiveTo: "2026-04-01", version: "1.0.0" };
      expect(await retire(database, team.secret, desk.by("pat"), wish)).toMatchObject({ ok: true });
      const ends = await database
        .selectFrom("release")
        .select(["set_name", "effective_to"])
        .where("set_name", "in", [set, other])
        .orderBy("set_name")
        .execute();
      expect(ends).toEqual(
        [
          { set_name: set, effective_to: "2026-04-01" },
          { set_name: other, effective_to: null },
        ].toSorted((one, two) => (one.set_name < two.set_name ? -1 : 1)),
      );
      await rename("mallory", set, manifest("nobody"));
      const due = async () => (await dueSets(database, noon)).due.map((each) => each.set);
      expect(await due()).toContain(set);
      await rename("mallory", set, "no manifest at all");
      expect(await due()).toContain(set);
      const review = { version: "1.0.0", note: "" };
      expect(await reviewYearly(database, desk.by("rita"), set, review)).toMatchObject({ ok: true });
      expect(await rollbackPlan(database, team.plans, set, "1.0.0")).toMatchObject({ refusal: { status: 409 } });
    });

    it("so that a draft that says another one is not sent until it says the one kept", async () => {
      const set = await released();
      await write(database, "ann", set, widerKnees);
      await rename("mallory", set, manifest("nobody-else"));
      expect(await desk.trySend("ann", set)).toMatchObject({
        refusal: { status: 409, detail: expect.stringContaining(`released as \`${set}\``) },
      });
      await rename("ann", set, manifest(set));
      const id = await desk.send("ann", set);
      expect((await desk.read(id)).rounds[0]).toMatchObject({
        base: "1.0.0",
        authors: [{ id: "ann" }, { id: "mallory" }],
      });
    });
  });

  it("finds what was done with the draft and with its releases, under both", async () => {
    const set = await newKnees(database, "ann");
    await rename("ann", set, manifest(`${set}-released`));
    await desk.release(await desk.send("ann", set), "2026-04-01");
    expect(await setNamed(database, `${set}-released`)).toBe(set);
    expect(await namesOfSet(database, `${set}-released`)).toEqual([set, `${set}-released`]);
    const asked = async (name: string) => (await readAudit(database, { limit: 100, set: name })).entries;
    const actions = (await asked(set)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["create set", "send to review", "publish release"]));
    expect(await asked(`${set}-released`)).toEqual(await asked(set));
    expect(await asked("nothing-of-this-name")).toEqual([]);
  });

  it("counts everybody who ever wrote in a set without a release, whatever was released meanwhile", async () => {
    const set = await newKnees(database, "mallory");
    await released();
    const id = await desk.send("bob", set);
    expect((await desk.read(id)).rounds[0]?.authors).toMatchObject([{ id: "mallory" }]);
    expect(await desk.approve(id, person("mallory").id)).toMatchObject({ refusal: { status: 403 } });
  });
});
