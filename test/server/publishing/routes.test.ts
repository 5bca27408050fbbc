import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeKeySet, hashOfLeaf, isConsistent, type Leaf, rootAt } from "../../../engine/attestation/index.ts";
import { createApp } from "../../../server/index.ts";
import {
  keyListSchema,
  logConsistencySchema,
  logEntriesSchema,
  logHeadSchema,
} from "../../../server/protocol/index.ts";
import { storedHashes, storeShelf } from "../../../server/publishing/index.ts";
import { nowhere, openEmptyStore, type TestDatabase } from "../../support/index.ts";
import { publishNecks, secret } from "./shelves.ts";

let store: TestDatabase;
let app: ReturnType<typeof createApp>;
// Making the first empty store takes longer than a test may.
beforeAll(async () => {
  store = await openEmptyStore();
  app = createApp({ ...nowhere, database: store.database, keySecret: secret, clock: () => new Date() });
});
afterAll(() => store.close());

const headers = { host: "127.0.0.1", "content-type": "application/json" };
const get = async (path: string) => app.request(`http://127.0.0.1${path}`, { headers });
const post = (path: string, body: object) =>
  app.request(`http://127.0.0.1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
const keysOf = async (answer: Response) => keyListSchema.parse(await answer.json()).keys;

const logLeaf = (name: string): Leaf => ({
  type: "log",
  id: `00000000-0000-4000-8000-${name.padStart(12, "0")}`,
  at: "2026-03-01T09:00:00.000Z",
});

describe("the log and the keys over HTTP", () => {
  test("there is no head before the first entry, and no entry", async () => {
    expect((await get("/api/log/head")).status).toBe(404);
    expect(logEntriesSchema.parse(await (await get("/api/log/entries")).json())).toEqual({
      from: 0,
      entries: [],
      next: null,
    });
    expect((await get("/api/log/consistency?from=0&to=1")).status).toBe(404);
  });

  test("keys are made, rotated and revoked; the log tells it, and shows that it only grew", async () => {
    const [made] = await keysOf(await post("/api/keys", { until: "2099-12-31" }));
    expect(made).toMatchObject({ notAfter: "2099-12-31T23:59:59.999Z", revoked: null });
    const before = logHeadSchema.parse(await (await get("/api/log/head")).json());
    expect(await keysOf(await post("/api/keys/rotation", {}))).toHaveLength(2);
    expect((await post(`/api/keys/${made?.kid}/revocation`, { because: "superseded" })).status).toBe(409);
    expect((await post(`/api/keys/${made?.kid}/revocation`, { because: "compromised" })).status).toBe(200);
    const head = logHeadSchema.parse(await (await get("/api/log/head")).json());
    const { entries } = logEntriesSchema.parse(await (await get("/api/log/entries")).json());
    expect([entries.length, rootAt({ entries }, head.size)]).toEqual([head.size, head.root]);
    const asked = await get(`/api/log/consistency?from=${before.size}&to=${head.size}`);
    const { proof } = logConsistencySchema.parse(await asked.json());
    expect(isConsistent({ from: before.size, before: before.root, to: head.size, root: head.root, proof })).toBe(true);
    expect(new Set(entries.map(hashOfLeaf)).size).toBe(entries.length);
  });

  test("another log, restored in the place of one that was asked for, is shown as it is", async () => {
    const { database, close } = await openEmptyStore();
    try {
      const leaves = (id: string, count: number) =>
        Array.from({ length: count }, (_, index) => ({
          index,
          leaf: "{}",
          hash: hashOfLeaf(logLeaf(`${id}${index}`)),
        }));
      const [one, other] = [leaves("a", 5), leaves("b", 3)];
      const hashesOf = (rows: typeof one) => rows.map(({ hash }) => hash);
      await database.insertInto("log_entry").values(one).execute();
      expect(await storedHashes(database, 3)).toEqual(hashesOf(one).slice(0, 3));
      expect(await storedHashes(database, 5)).toEqual(hashesOf(one));
      expect(await storedHashes(database, 2)).toEqual(hashesOf(one));
      await sql`alter table log_entry disable trigger user`.execute(database);
      await database.deleteFrom("log_entry").execute();
      await database.insertInto("log_entry").values(other).execute();
      expect(await storedHashes(database, 3)).toEqual(hashesOf(other));
    } finally {
      await close();
    }
  });

  test("anybody may have the public keys, and nobody the private ones", async () => {
    const text = await (await get("/.well-known/jwks.json")).text();
    expect(decodeKeySet(new TextEncoder().encode(text))).toMatchObject({ ok: true });
    expect(text + (await (await get("/api/keys")).text())).not.toContain('"d"');
  });

  test("a release that is signed afterwards is in the log", async () => {
    const shelf = storeShelf(store.database, { secret, actor: "pat" });
    expect(await publishNecks(shelf, new Date().toISOString())).toMatchObject({ kind: "published" });
    const { entries } = logEntriesSchema.parse(await (await get("/api/log/entries?from=5")).json());
    expect(entries.at(-1)).toMatchObject({ type: "release", set: "necks", version: "1.0.0" });
  });

  test.each(["/api/log/consistency?from=2&to=1", "/api/log/entries?from=-1", "/api/log/consistency?from=x&to=1"])(
    "%s is refused",
    async (path) => {
      expect((await get(path)).status).toBe(422);
    },
  );

  test.each([{}, { because: "bored" }, { because: 1 }])("a revocation that says %j is refused", async (body) => {
    expect((await post("/api/keys/some/revocation", body)).status).toBe(422);
  });

  test("without a secret no key is made", async () => {
    const without = createApp({ ...nowhere, database: store.database, keySecret: null });
    const answer = await without.request("http://127.0.0.1/api/keys", { method: "POST", headers, body: "{}" });
    expect(answer.status).toBe(503);
  });
});
