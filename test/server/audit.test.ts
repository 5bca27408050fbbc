import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditPageSchema, auditVerificationSchema, problemSchema } from "../../server/protocol/index.ts";
import { checkBackup } from "../../server/store/index.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeAll(async () => {
  served = await serve({ "necks/set.yaml": "title: Necks\n" });
});
afterAll(() => served.stop());

const ask = (path: string) => fetch(`${served.url}${path}`);

describe("the audit log over HTTP", () => {
  test("is read by pages, of all or of one set", async () => {
    const page = auditPageSchema.parse(await (await ask("/api/audit?before=2147483647&set=necks")).json());
    expect(page.entries.length).toBeGreaterThan(0);
    expect(page.entries.every(({ detail }) => detail["set"] === "necks")).toBe(true);
    expect(auditPageSchema.parse(await (await ask("/api/audit?before=1")).json())).toEqual({
      entries: [],
      people: [],
      changes: [],
      before: null,
    });
  });

  test.each(["before=0", "before=x", "before=99999999999", "set="])("refuses %s", async (query) => {
    const refused = await ask(`/api/audit?${query}`);
    expect(refused.status).toBe(422);
    problemSchema.parse(await refused.json());
  });

  test("is verified", async () => {
    const verified = auditVerificationSchema.parse(await (await ask("/api/audit/verification")).json());
    expect(verified.kind).toBe("whole");
  });
});

describe("a backup over HTTP", () => {
  test("is one whole file, and is written into the audit log", async () => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${served.url}/api/backup`, { method: "POST", headers, body: "{}" });
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="precept-[\d-]+\.backup"$/);
    const file = join(served.folder, "..", "got.backup");
    await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
    expect(await checkBackup(file)).toBeNull();
    const { entries, people } = auditPageSchema.parse(await (await ask("/api/audit")).json());
    expect(entries[0]).toMatchObject({ action: "make backup", actor: "local" });
    expect(people.map(({ id }) => id)).toEqual(["local"]);
  });
});
