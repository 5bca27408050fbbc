import { afterAll, beforeAll, expect, it } from "vitest";
import {
  attribute,
  listUnattributed,
  type PublishingSources,
  readChange,
  sendAgain,
} from "../../../server/reviews/index.ts";
import { saveFile } from "../../../server/store/drafts/index.ts";
import { type Database, openDatabase, readAudit } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";
import { kneeGuideline, listPeople, newKnees, noon, person, revisionOf, sourcesOf, write } from "./knees.ts";
import { reviewing } from "./reviewing.ts";

onBothDatabases("texts of which nobody is the author", (fresh) => {
  let database: Database;
  let team: PublishingSources;
  let desk: ReturnType<typeof reviewing>;
  let alone: ReturnType<typeof reviewing>;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await listPeople(database);
    team = sourcesOf(database, "team");
    desk = reviewing(database, team);
    alone = reviewing(database, sourcesOf(database, "local"));
  });
  afterAll(() => database.destroy());

  const say = (set: string, people: readonly string[], actor = "eve") =>
    attribute(database, { actor, at: noon }, set, people);
  const sendAgainAs = async (actor: string, set: string, id: number) =>
    sendAgain(database, { actor, at: noon, revision: await revisionOf(database, set), mode: "team" }, id);

  it.each(["import", "local"])("by `%s` are not sent to review in a team until they are somebody's", async (nobody) => {
    const set = await newKnees(database, nobody);
    await write(database, "ann", set, `${kneeGuideline}\n# Checked.\n`);
    expect(await desk.trySend("ann", set)).toMatchObject({
      refusal: {
        status: 409,
        detail: expect.stringMatching(
          new RegExp(`\`knees.guideline\` and 1 more .*People.*\`precept people attribute ${set} --to EMAIL\``),
        ),
      },
    });
    expect(await listUnattributed(database)).toEqual([{ set, paths: ["knees.guideline", "set.yaml"] }]);
    expect(await say(set, ["bob"])).toMatchObject({ ok: true, value: 2 });
    expect(await listUnattributed(database)).toEqual([]);
    const id = await desk.send("ann", set);
    expect((await desk.read(id)).rounds[0]?.authors).toEqual([
      { id: "ann", name: "ANN", attributedBy: null, paths: ["knees.guideline"] },
      {
        id: "bob",
        name: "BOB",
        attributedBy: { id: "eve", name: "EVE" },
        paths: ["knees.guideline", "set.yaml"],
      },
    ]);
    // Neither whose it is said to be, nor who said so.
    for (const own of ["bob", "eve"]) expect(await desk.approve(id, own)).toMatchObject({ refusal: { status: 403 } });
    expect((await desk.read(id, "eve")).may).not.toContain("approve");
    expect(await desk.release(id, "2026-04-01")).toBe(id);
  });

  it("are also of the reviewer whose decision a case of the set expects, while they are listed", async () => {
    const set = await newKnees(database, "ann");
    const determined = { set_name: set, version: "1.0.0", service_date: "2026-03-01", actor: "rita", at: noon };
    const digests = { digest: "sha256:a", case_digest: "sha256:b", record_digest: "sha256:c" };
    await database
      .insertInto("determination")
      .values({ id: `of ${set}`, ...determined, ...digests })
      .execute();
    const decided = { determination_id: `of ${set}`, service: "", decision: "overridden", outcome: "met" } as const;
    for (const actor of ["rita", "local"])
      await database
        .insertInto("decision")
        .values({
          ...decided,
          content_digest: actor,
          actor,
          actor_name: actor,
          at: noon,
          case_path: "cases/asked.yaml",
        })
        .execute();
    const before = await desk.send("ann", set);
    expect((await desk.read(before)).rounds[0]?.authors.map(({ id }) => id)).toEqual(["ann"]);
    const file = { path: "cases/asked.yaml", text: "name: A knee\n" };
    expect(await saveFile(database, { actor: "ann", at: noon, note: "" }, set, file, { kind: "absent" })).toMatchObject(
      {
        ok: true,
      },
    );
    await sendAgainAs("ann", set, before);
    expect((await desk.read(before)).rounds.at(-1)?.authors).toEqual([
      expect.objectContaining({ id: "ann" }),
      { id: "rita", name: "RITA", attributedBy: null, paths: ["cases/asked.yaml"] },
    ]);
    expect(await desk.approve(before, "rita")).toMatchObject({ refusal: { status: 403 } });
    expect(await desk.approve(before, "bob")).toMatchObject({ ok: true });
  });

  it("are asked about only since the last release", async () => {
    const set = await newKnees(database, "import");
    const id = await alone.send("local", set);
    await alone.publish(id, "2026-04-01", { actor: "local" });
    expect(await listUnattributed(database)).toEqual([]);
    await write(database, "ann", set, `${kneeGuideline}\n# Checked.\n`);
    expect(await desk.trySend("ann", set)).toMatchObject({ ok: true });
    expect(await say(set, ["bob"])).toMatchObject({ refusal: { status: 409 } });
  });

  it("that were sent before there were accounts are judged by nobody until they are sent again", async () => {
    const set = await newKnees(database, "local");
    const id = await alone.send("local", set);
    const refused = { refusal: { status: 409, detail: expect.stringMatching(/nobody has said.*next round/) } };
    expect(await desk.approve(id, "rita")).toMatchObject(refused);
    expect(await desk.waiveGate(id, "adequacy", "pat")).toMatchObject(refused);
    const seen = await readChange(database, team, person("rita"), id);
    expect(seen.ok && seen.value.mayNot.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["acknowledge", "approve", "request changes"]),
    );
    // An approval that got in nevertheless opens nothing.
    await alone.approve(id, "rita");
    expect((await desk.read(id)).gates.find(({ gate }) => gate === "approval")?.state).toBe("not yet");
    expect(await desk.publish(id, "2026-04-01")).toMatchObject({ refusal: { status: 409 } });
    await say(set, ["ann"]);
    expect(await sendAgainAs("ann", set, id)).toMatchObject({ ok: true });
    // Who opened the change as `local` could be anybody.
    expect(await desk.approve(id, "rita")).toMatchObject({
      refusal: { detail: expect.stringMatching(/withdraw it, and send it anew/) },
    });
  });

  it("change nothing for who works alone", async () => {
    const set = await newKnees(database, "import");
    expect(await alone.publish(await alone.send("local", set), "2026-04-01", { actor: "local" })).toMatchObject({
      ok: true,
    });
  });

  it("are of everybody they were ever said to be of, and of nobody else", async () => {
    const set = await newKnees(database, "local");
    expect(await say(set, ["ghost"])).toMatchObject({ refusal: { status: 422 } });
    expect(await say("none", ["ann"])).toMatchObject({ refusal: { status: 404 } });
    await say(set, ["ann", "bob"], "command line");
    await say(set, ["cid"], "command line");
    // What comes later is not meant.
    const id = await desk.send("dan", set);
    expect((await desk.read(id)).rounds[0]?.authors.map((author) => author.id)).toEqual(["ann", "bob", "cid"]);
    await write(database, "import", set, `${kneeGuideline}\n# Later.\n`);
    expect(await sendAgainAs("dan", set, id)).toMatchObject({
      refusal: { status: 409, detail: expect.stringMatching(/`knees.guideline` came from a folder/) },
    });
    const { entries } = await readAudit(database, { limit: 9, set });
    expect(entries.filter(({ action }) => action === "attribute texts")).toMatchObject([
      { actor: "command line", subject: set, detail: { people: ["cid"], files: 2 } },
      { detail: { people: ["ann", "bob"] } },
    ]);
    await expect(database.deleteFrom("attribution").execute()).rejects.toThrow(/never changed or removed/);
  });
});
