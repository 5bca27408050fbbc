import fs from "node:fs";
import { rm } from "node:fs/promises";
import { Hono } from "hono";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { thrownProblem } from "../../../server/http/problems.ts";
import { createApp } from "../../../server/index.ts";
import { problemSchema } from "../../../server/protocol/index.ts";
import { type Database, openDatabase, record, verifyAudit } from "../../../server/store/index.ts";
import { emptyStoreFolder, nowhere, type PostgresServer, startPostgres } from "../../support/index.ts";

const append = (database: Database, subject: string) =>
  database
    .transaction()
    .execute((transaction) =>
      record(transaction, { actor: "ada", action: "save file", subject, detail: {}, at: new Date() }),
    );

/** An application over this database, with a log. */
function appOver(database: Database) {
  const reports: string[] = [];
  const report = (line: string) => void reports.push(line);
  const ready = createApp({ ...nowhere, guidelines: import.meta.dirname, database, report });
  const app = new Hono();
  app.onError((error, c) => thrownProblem(error, c, report));
  app.post("/", async (c) => {
    await append(database, "Jane Doe");
    return c.text("done");
  });
  return {
    reports,
    isReady: async () => (await ready.request("/readyz", { headers: { host: "127.0.0.1" } })).status,
    append: async () => app.request("/", { method: "POST" }),
  };
}

describe("a database in a folder", () => {
  let folder: string;
  let database: Database;
  beforeEach(async () => {
    folder = await emptyStoreFolder();
    database = await openDatabase({ kind: "folder", path: folder });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await database.destroy();
    await rm(folder, { recursive: true });
  });

  /** As the system answers when no byte more can be stored. */
  function fillDisk(code: string): void {
    vi.spyOn(fs, "writeSync").mockImplementation(() => {
      throw Object.assign(new Error(code), { code });
    });
  }

  it.each(["ENOSPC", "EIO"])(
    "that meets a fatal error (%s) is opened again, with all that was committed",
    async (code) => {
      const app = appOver(database);
      expect((await app.append()).status).toBe(200);
      fillDisk(code);
      const refused = [await app.append(), await app.append()];
      expect(refused.map(({ status }) => status)).toEqual(code === "ENOSPC" ? [507, 507] : [503, 503]);
      expect(problemSchema.parse(await refused[0]?.json()).detail).toContain("look whether this was stored");
      vi.restoreAllMocks();
      expect((await app.append()).status).toBe(200);
      expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 2 });
      expect(app.reports.join("\n")).not.toContain("Jane");
    },
  );

  it("that ends in the midst of a transaction keeps nothing of it", async () => {
    const failed = database.transaction().execute(async (transaction) => {
      await record(transaction, { actor: "ada", action: "save file", subject: "", detail: {}, at: new Date() });
      fillDisk("EIO");
      await sql`checkpoint`.execute(transaction).catch(() => undefined);
      vi.restoreAllMocks();
      await sql`select 1`.execute(transaction);
    });
    await expect(failed).rejects.toThrow(/does not survive|aborted/);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 0 });
  });
});

describe("a PostgreSQL that goes and comes back", () => {
  let server: PostgresServer;
  let database: Database;
  let app: ReturnType<typeof appOver>;
  // Starting it takes longer than the rest: it is done once, between the tests.
  beforeAll(async () => {
    server = await startPostgres();
    database = await openDatabase({ kind: "postgres", url: await server.create() });
    app = appOver(database);
  });
  afterAll(async () => {
    await database.destroy();
    await server.stop();
  });

  const statuses = async () => [await app.isReady(), (await app.append()).status];

  it("is there at first", async () => {
    expect(await statuses()).toEqual([200, 200]);
  });

  it("keeps nothing of a transaction in whose midst it goes, and does not end the process", async () => {
    const failed = database.transaction().execute(async (transaction) => {
      await record(transaction, { actor: "ada", action: "save file", subject: "", detail: {}, at: new Date() });
      await server.crash();
    });
    await expect(failed).rejects.toThrow(/terminat|connection/i);
  });

  it("is said to be gone, in a problem that says when to ask again", async () => {
    expect(await statuses()).toEqual([503, 503]);
    const refused = await app.append();
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(problemSchema.parse(await refused.json()).detail).toMatch(/^The database does not answer\./);
  });

  describe("once it is back", () => {
    beforeAll(() => server.start());

    it("is asked again, and has what was committed", async () => {
      expect(await statuses()).toEqual([200, 200]);
      expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 2 });
      expect(app.reports.join("\n")).not.toMatch(/Jane|insert/);
    });
  });
});
