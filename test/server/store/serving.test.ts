import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStore, restoreBackup, type Store, writeBackup } from "../../../server/store/index.ts";
import { type PostgresServer, startPostgres } from "../../support/index.ts";

let server: PostgresServer;
let folder: string;
const opened: Store[] = [];

beforeAll(async () => {
  server = await startPostgres();
  folder = await mkdtemp(join(tmpdir(), "precept-serving-"));
});
afterAll(async () => {
  for (const store of opened) await store.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

async function openedStore(url: string): Promise<Store> {
  const store = await openStore({ kind: "postgres", url });
  if (store.kind !== "open") throw new Error(store.detail);
  opened.push(store.store);
  return store.store;
}

it("nothing is restored into a PostgreSQL database while a server runs on it", async () => {
  const url = await server.create();
  const [one, other, own] = [await openedStore(url), await openedStore(url), await openedStore(url)];
  const file = join(folder, "all.backup");
  const now = new Date("2026-03-01T12:00:00Z");
  await writeBackup(own.database, file, now);
  for (const store of [one, other]) await store.announce("http://127.0.0.1:1");
  const refused = {
    kind: "refused",
    detail: expect.stringMatching(/^A server is running on this database. Stop it first/),
  };
  expect(await restoreBackup(own.database, file, { replace: true, now })).toEqual(refused);
  await one.close();
  expect(await restoreBackup(own.database, file, { replace: true, now })).toEqual(refused);
  await other.close();
  expect(await restoreBackup(own.database, file, { replace: true, now })).toMatchObject({ kind: "restored" });
});
