import { mkdir, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openingProblem } from "../../../server/store/database/index.ts";
import { makeWhole } from "../../../server/store/database/folder/makeWhole.ts";
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

const damaged = {
  kind: "refused",
  detail:
    "The store cannot be opened: files of its database are missing, damaged or not to be read. Leave them as they are, and " +
    "restore a backup into another place (precept restore).",
};

describe("a store in a folder that is damaged", () => {
  let folder: string;
  let files: string;
  beforeEach(async () => {
    folder = await scratchFolder();
    files = join(folder, "database");
    await copyEmptyStore(files);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = () => openStore({ kind: "folder", path: folder });

  it("is not begun anew over what is left of it", async () => {
    await rm(join(files, "PG_VERSION"));
    const left = await readdir(files, { recursive: true });
    expect(await open()).toEqual(damaged);
    expect(await readdir(files, { recursive: true })).toEqual(left);
  });

  it("is told when the file that says what stands where is cut off", async () => {
    await truncate(join(files, "global", "pg_control"), 100);
    expect(await open()).toEqual(damaged);
  });

  it("is made again where a process ended while it was made", async () => {
    await rm(files, { recursive: true });
    await mkdir(`${files}.making`);
    await writeFile(join(`${files}.making`, "half"), "");
    await makeWhole(files, async (place) => {
      await mkdir(place);
      await writeFile(join(place, "PG_VERSION"), "18");
    });
    expect([await readdir(folder), await readdir(files)]).toEqual([["database"], ["PG_VERSION"]]);
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

onBothDatabases("a store of an earlier version", (fresh) => {
  it("is brought up to date, with what it holds", async () => {
    const place = await fresh();
    const earlier = await openDatabase(place);
    for (const statement of [
      "drop table attribution",
      "alter table guideline_set drop column removed_after",
      "delete from kysely_migration where name > '0002 sign-in'",
      "insert into guideline_set (name, created_at) values ('knees', now())",
    ])
      await sql.raw(statement).execute(earlier);
    await earlier.destroy();
    const database = await openDatabase(place);
    const held = await database.selectFrom("guideline_set").select(["name", "revision", "removed_after"]).execute();
    expect(held).toEqual([{ name: "knees", revision: 0, removed_after: null }]);
    expect(await database.selectFrom("attribution").selectAll().execute()).toEqual([]);
    await database.destroy();
  });
});
