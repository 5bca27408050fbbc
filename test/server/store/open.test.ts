import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openingProblem } from "../../../server/store/database/index.ts";
import { openDatabase, openStore, type Store } from "../../../server/store/index.ts";
import { copyEmptyStore, onBothDatabases, scratchFolder } from "../../support/index.ts";

describe("a store in a folder", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder();
    await copyEmptyStore(join(folder, "database"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is opened by one at a time, and says where the other listens", async () => {
    const first = await opened(folder);
    await first.announce("http://127.0.0.1:4180");
    expect(await openStore({ kind: "folder", path: folder })).toEqual({
      kind: "in use",
      detail: expect.stringMatching(
        /^The store in \S+ is in use by process \d+ on \S+, which listens at http:\/\/127\.0\.0\.1:4180\.$/,
      ),
      url: "http://127.0.0.1:4180",
    });
    await first.close();
    await (await opened(folder)).close();
  });

  it("is nothing for version control", async () => {
    const store = await opened(folder);
    expect(await readFile(join(folder, ".gitignore"), "utf8")).toBe("*\n");
    await store.close();
  });

  it("has on the disk what was committed", async () => {
    const store = await opened(folder);
    const { rows } = await sql<{ fsync: string }>`show fsync`.execute(store.database);
    expect(rows).toEqual([{ fsync: "on" }]);
    await store.close();
  });
});

async function opened(folder: string): Promise<Store> {
  const store = await openStore({ kind: "folder", path: folder });
  if (store.kind !== "open") throw new Error(store.detail);
  return store.store;
}

describe("a PostgreSQL that is not there", () => {
  it("is told without its address", async () => {
    const place = { kind: "postgres", url: "postgres://ada:secret@127.0.0.1:1/precept" } as const;
    expect(await openStore(place)).toEqual({
      kind: "refused",
      detail: "The store cannot be opened: the database does not answer (ECONNREFUSED).",
    });
  });
});

onBothDatabases("a store of a later version", (fresh) => {
  it("is left alone", async () => {
    const place = await fresh();
    const database = await openDatabase(place);
    const later = { name: "9999 later", timestamp: "2099-01-01T00:00:00Z" };
    await sql`insert into kysely_migration values (${later.name}, ${later.timestamp})`.execute(database);
    await database.destroy();
    const refused = await openDatabase(place).catch(openingProblem);
    expect(refused).toBe("The store was made by a later version of Precept. Nothing in it was touched.");
  });
});
