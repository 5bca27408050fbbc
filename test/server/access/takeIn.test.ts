import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localAccess, teamAccess } from "../../../server/access/index.ts";
import { takeIn } from "../../../server/http/takeIn.ts";
import { changeSchema, problemSchema, unattributedSchema } from "../../../server/protocol/index.ts";
import { draftRevision, history } from "../../../server/store/drafts/index.ts";
import { openEmptyStore, scratchFolder } from "../../support/index.ts";
import { writeFiles } from "../served.ts";
import { addMember, ask, PASSWORD, signIn, type TeamApp, teamAppOn } from "./people.ts";

let app: TeamApp;
let folder: string;
const ids = new Map<string, string>();
const idOf = (name: string) => ids.get(name) ?? "";

beforeAll(async () => {
  app = await teamAppOn(await openEmptyStore());
  folder = await scratchFolder();
  for (const [name, role] of [
    ["ann", "author"],
    ["ray", "reviewer"],
    ["root", "admin"],
  ] as const)
    ids.set(name, await addMember(app, name, [role]));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** Starts on a folder that holds one more set; what is reported. */
async function start(set: string, mode: "local" | "team", importAs?: string): Promise<readonly string[]> {
  await writeFiles(join(folder, set), { "set.yaml": `schema: precept/set/1\nname: ${set}\ntitle: A set\n` });
  const told: string[] = [];
  const { database, clock } = app;
  await takeIn({
    database,
    guidelines: folder,
    studio: "/nowhere",
    clock: () => clock.now,
    access: mode === "team" ? teamAccess(app.team) : localAccess(),
    report: (line) => told.push(line),
    ...(importAs === undefined ? {} : { importAs }),
  });
  return told;
}

const authorOf = async (set: string) => {
  const found = await history(app.database, set, { limit: 1 });
  return found.ok ? found.value.revisions[0]?.actor : null;
};

describe("a folder that a server for a team starts on", () => {
  it("is not taken in as nobody's, and what was left out is told with what to do", async () => {
    const told = await start("arms", "team");
    expect(told).toEqual([expect.stringMatching(/^Not taken in from the folder: `arms`\..*--import-as EMAIL.*push/)]);
    expect(await draftRevision(app.database, "arms")).toMatchObject({ ok: false });
  });

  it("is taken in as the texts of who is named", async () => {
    expect(await start("arms", "team", idOf("ann"))).toEqual([]);
    expect(await authorOf("arms")).toBe(idOf("ann"));
    expect(await start("arms", "team")).toEqual([]);
  });
});

describe("what was taken in before there were accounts", () => {
  const by = async (name: string, method: string, path: string, body: object = {}) =>
    ask(app, method, path, { credentials: await signIn(app, name), body });
  const send = async (set: string) => {
    const revision = await draftRevision(app.database, set);
    const body = { title: "First", revision: revision.ok ? revision.value : 0 };
    return by("ann", "POST", `/api/sets/${set}/changes`, body);
  };
  const credential = { password: PASSWORD };

  it("is refused with a sentence, until an admin has said in their own name whose it is", async () => {
    await start("legs", "local");
    expect(await authorOf("legs")).toBe("import");
    const refused = await send("legs");
    const { status, detail } = problemSchema.parse(await refused.json());
    expect([status, detail]).toEqual([409, expect.stringMatching(/`set\.yaml`.*page People/)]);
    const listed = unattributedSchema.parse(await (await by("root", "GET", "/api/attribution")).json());
    expect(listed.sets).toEqual([{ set: "legs", paths: ["set.yaml"] }]);
    const said = { set: "legs", people: [idOf("ray")] };
    const wrong = { ...said, credential: { password: "not the password" } };
    expect((await by("root", "POST", "/api/attribution", said)).status).toBe(403);
    expect((await by("root", "POST", "/api/attribution", wrong)).status).toBe(403);
    expect((await by("ann", "POST", "/api/attribution", { ...said, credential })).status).toBe(403);
    expect((await by("root", "POST", "/api/attribution", { ...said, credential })).status).toBe(201);
    const change = changeSchema.parse(await (await send("legs")).json());
    expect(change.rounds[0]?.authors).toMatchObject([{ id: idOf("ray"), attributedBy: { id: idOf("root") } }]);
    const { round = 0, digest = "" } = change.rounds[0] ?? {};
    const approval = { round, digest, decision: "approved", credential };
    expect((await by("ray", "POST", `/api/changes/${change.id}/approvals`, approval)).status).toBe(403);
  });

  it.each([
    {},
    { set: "legs", people: [] },
    { set: "legs", people: ["\u0000"] },
    { set: "\u0000", people: ["a"] },
    { set: "none", people: ["nobody"] },
    { set: "legs", people: "ann" },
  ])("is not said in a body like %j", async (body) => {
    const answer = await by("root", "POST", "/api/attribution", { credential, ...body });
    expect(problemSchema.parse(await answer.json()).detail).not.toBe("");
    expect([404, 422]).toContain(answer.status);
  });
});
