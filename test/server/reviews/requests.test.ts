import type { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localAccess } from "../../../server/access/index.ts";
import { planSchema } from "../../../server/protocol/index.ts";
import { keySecret } from "../../../server/publishing/index.ts";
import { createApp } from "../../../server/index.ts";
import type { ReviewDesk } from "../../../server/http/reviewDesk.ts";
import type { TestDatabase } from "../../support/emptyStore.ts";
import { openEmptyStore } from "../../support/index.ts";
import { newKnees, noon, revisionOf, sourcesOf } from "./knees.ts";

describe("requests about changes", () => {
  let store: TestDatabase;
  let app: OpenAPIHono;
  const reports: string[] = [];
  beforeAll(async () => {
    store = await openEmptyStore();
    const { database } = store;
    const access = localAccess();
    const workspace = {
      guidelines: "/nowhere",
      studio: "/nowhere",
      database,
      access,
      clock: () => noon,
      keySecret: keySecret("for tests"),
      report: (line: string) => reports.push(line),
    };
    const sources = sourcesOf(database, "local");
    const desk: ReviewDesk = { database, access, clock: workspace.clock, report: workspace.report, sources };
    app = createApp(workspace, undefined, desk);
  });
  afterAll(() => store.close());

  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const headers = { host: "127.0.0.1", "content-type": "application/json" };
    const response = await app.request(`http://127.0.0.1${path}`, { method, headers, ...sent });
    return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
  };
  const sent = async () => {
    const set = await newKnees(store.database, "local");
    const revision = await revisionOf(store.database, set);
    const answer = await ask("POST", `/api/sets/${set}/changes`, { title: "First", revision });
    expect(answer.status).toBe(201);
    return { set, id: Number(answer.body.id), digest: String(answer.body.rounds[0].digest) };
  };

  it("take one person from a draft to a release that is retired", async () => {
    const { set, id, digest } = await sent();
    const plan = await ask("GET", `/api/changes/${id}/plan`);
    expect(planSchema.safeParse(plan.body).success).toBe(true);
    const release = { round: 1, digest, effectiveFrom: "2026-04-01" };
    const published = await ask("POST", `/api/changes/${id}/release`, release);
    expect(published).toMatchObject({ status: 201, body: { status: "published", version: "1.0.0", may: ["comment"] } });
    expect((await ask("GET", "/api/changes?status=published")).body.changes).toMatchObject([
      { id, version: "1.0.0", rounds: 1 },
    ]);
    expect((await ask("GET", "/api/due")).body.due).toMatchObject([{ set, due: "2027-03-01" }]);
    const review = await ask("POST", `/api/sets/${set}/yearly-reviews`, { version: "1.0.0" });
    expect(review).toMatchObject({ status: 201, body: { due: [{ set, last: { what: "published" } }] } });
    const retirement = { reason: "Withdrawn.", effectiveTo: "2026-12-31" };
    const retired = await ask("POST", `/api/sets/${set}/releases/1.0.0/retirement`, retirement);
    expect(retired).toMatchObject({ status: 201, body: { version: "1.0.0" } });
    expect((await ask("GET", `/api/changes/${id}`)).body.status).toBe("retired");
  });

  it("remove a set that was never released, and bring it back, and leave one that was", async () => {
    const { set, id, digest } = await sent();
    const revision = await revisionOf(store.database, set);
    expect(await ask("POST", `/api/sets/${set}/removal`, { revision })).toMatchObject({ status: 409 });
    expect((await ask("POST", `/api/changes/${id}/withdrawal`, {})).status).toBe(201);
    expect(await ask("POST", `/api/sets/${set}/removal`, { revision: -1 })).toMatchObject({ status: 422 });
    expect(await ask("POST", `/api/sets/${set}/removal`, { revision })).toMatchObject({ status: 200 });
    expect((await ask("GET", `/api/sets/${set}`)).status).toBe(404);
    const listed = (await ask("GET", "/api/sets")).body;
    expect(listed.sets.some((each: { readonly name: string }) => each.name === set)).toBe(false);
    expect(listed.removed).toMatchObject([{ name: set, title: "Knees", files: 2, by: { id: "local" } }]);
    // What was said of it is still there to be read.
    expect(await ask("GET", `/api/changes/${id}`)).toMatchObject({ status: 200, body: { status: "withdrawn" } });
    expect((await ask("GET", `/api/changes/${id}/comments`)).status).toBe(200);
    expect((await ask("GET", `/api/sets/${set}/history`)).body.revisions).toHaveLength(4);
    expect(await ask("POST", `/api/sets/${set}/restoration`, {})).toMatchObject({ status: 200 });
    expect(await ask("POST", `/api/sets/${set}/restoration`, {})).toMatchObject({ status: 422 });
    const again = await ask("POST", `/api/sets/${set}/changes`, {
      title: "Again",
      revision: await revisionOf(store.database, set),
    });
    await ask("GET", `/api/changes/${again.body.id}/plan`);
    const release = { round: 1, digest, effectiveFrom: "2026-04-01" };
    expect((await ask("POST", `/api/changes/${again.body.id}/release`, release)).status).toBe(201);
    const released = await ask("POST", `/api/sets/${set}/removal`, { revision: await revisionOf(store.database, set) });
    expect(released).toMatchObject({ status: 409, body: { detail: expect.stringContaining("never removed") } });
  });

  it("say on which day the next release can begin, and why not sooner", async () => {
    const { set, id, digest } = await sent();
    expect((await ask("GET", `/api/changes/${id}`)).body.soonest).toBeNull();
    await ask("GET", `/api/changes/${id}/plan`);
    const release = { round: 1, digest, effectiveFrom: "2026-04-01" };
    expect((await ask("POST", `/api/changes/${id}/release`, release)).body.soonest).toBeNull();
    const file = `/api/sets/${set}/files/notes.md`;
    const written = await app.request(`http://127.0.0.1${file}`, {
      method: "PUT",
      headers: { host: "127.0.0.1", "content-type": "application/json", "if-none-match": "*" },
      body: JSON.stringify({ text: "More.\n" }),
    });
    expect(written.status).toBe(201);
    const next = await ask("POST", `/api/sets/${set}/changes`, {
      title: "Next",
      revision: await revisionOf(store.database, set),
    });
    expect(next.body.soonest).toEqual({ from: "2026-04-02", because: expect.stringContaining("from 2026-04-01") });
    expect((await ask("POST", `/api/changes/${next.body.id}/withdrawal`, {})).body.soonest).toBeNull();
    const { changes } = (await ask("GET", `/api/audit?set=${set}`)).body;
    expect(changes).toEqual([
      { id, set, title: "First" },
      { id: next.body.id, set, title: "Next" },
    ]);
  });

  it("that make no sense are refused with a sentence, and change nothing", async () => {
    const { set, id, digest } = await sent();
    const before = await counts();
    const named = { round: 1, digest };
    const garbage: readonly (readonly [string, string, unknown, number])[] = [
      ["POST", `/api/sets/${set}/changes`, "{", 400],
      ["POST", `/api/sets/${set}/changes`, [], 422],
      ["POST", `/api/sets/${set}/changes`, { title: "", revision: 1 }, 422],
      ["POST", `/api/sets/${set}/changes`, { title: "x".repeat(201), revision: 1 }, 422],
      ["POST", `/api/sets/${set}/changes`, { title: "a\0b", revision: 1 }, 422],
      ["POST", `/api/sets/${set}/changes`, { title: "A", revision: 1.5 }, 422],
      ["POST", "/api/sets/nobody/changes", { title: "A", revision: 1 }, 404],
      ["POST", "/api/sets/%00/changes", { title: "A", revision: 1 }, 422],
      ["GET", "/api/changes/0", undefined, 422],
      ["GET", "/api/changes/1e99", undefined, 422],
      ["GET", "/api/changes/99999999999", undefined, 422],
      ["GET", "/api/changes/987654", undefined, 404],
      ["GET", "/api/changes/987654/plan", undefined, 404],
      ["GET", "/api/changes?set=%00", undefined, 422],
      ["GET", "/api/changes?status=lost", undefined, 422],
      ["GET", `/api/changes/${id}/comments?after=-1`, undefined, 422],
      ["POST", `/api/changes/${id}/rounds`, { revision: "1" }, 422],
      ["POST", `/api/changes/${id}/acknowledgments`, { ...named, keys: [] }, 422],
      ["POST", `/api/changes/${id}/acknowledgments`, { ...named, keys: ["nothing"] }, 422],
      ["POST", `/api/changes/${id}/approvals`, { ...named, decision: "fine" }, 422],
      ["POST", `/api/changes/${id}/approvals`, { ...named, round: 2, decision: "approved" }, 409],
      ["POST", `/api/changes/${id}/approvals`, { ...named, digest: "sha256:0", decision: "approved" }, 409],
      ["POST", `/api/changes/${id}/approvals`, { ...named, decision: "approved" }, 403],
      ["POST", `/api/changes/${id}/waivers`, { ...named, gate: "approval", reason: "x" }, 409],
      ["POST", `/api/changes/${id}/waivers`, { ...named, gate: "luck", reason: "x" }, 422],
      ["POST", `/api/changes/${id}/waivers`, { ...named, gate: "proofs", reason: " " }, 422],
      ["POST", `/api/changes/${id}/release`, { ...named, effectiveFrom: "2026-02-30" }, 422],
      ["POST", `/api/changes/${id}/release`, { ...named, effectiveFrom: "tomorrow" }, 422],
      ["POST", `/api/changes/${id}/comments`, { text: "x".repeat(10_001), round: 1 }, 422],
      ["POST", `/api/changes/${id}/comments`, { text: "x", round: 7 }, 422],
      ["POST", `/api/changes/${id}/comments`, { text: "x", round: 1, replyTo: 12_345 }, 422],
      [
        "POST",
        `/api/changes/${id}/comments`,
        { text: "x", round: 1, anchor: { file: "../x", criterion: null, offset: 0, quote: "x" } },
        422,
      ],
      ["PUT", `/api/changes/${id}/comments/4/resolution`, { resolved: "yes" }, 422],
      ["PUT", `/api/changes/${id}/comments/4/resolution`, { resolved: true }, 404],
      ["POST", `/api/sets/${set}/rollback`, { version: "1.0.0", dryRun: true }, 404],
      ["POST", `/api/sets/${set}/yearly-reviews`, { version: "1.0.0" }, 409],
      ["POST", `/api/sets/${set}/releases/1.0.0/retirement`, { reason: "x", effectiveTo: "2026-12-31" }, 404],
    ];
    for (const [method, path, body, status] of garbage) {
      const answer = await ask(method, path, body);
      expect([method, path, body, answer.status]).toEqual([method, path, body, status]);
      expect(answer.type).toContain("application/problem+json");
      expect(answer.body.detail).toMatch(/\S \S/);
    }
    expect(await counts()).toEqual(before);
    expect(reports.filter((line) => line.startsWith("500"))).toEqual([]);
  });

  async function counts() {
    const of = async (table: "change" | "round" | "comment" | "signing" | "acknowledgment" | "release" | "audit") =>
      (
        await store.database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as("count"))
          .executeTakeFirst()
      )?.count;
    return [
      await of("change"),
      await of("round"),
      await of("comment"),
      await of("signing"),
      await of("acknowledgment"),
      await of("release"),
      await of("audit"),
    ];
  }
});
