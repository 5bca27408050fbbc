import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe } from "vitest";
import type { DatabasePlace } from "../../server/store/index.ts";
import { emptyStoreFolder } from "./emptyStore.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/**
 * Runs the same tests over PGlite in a folder and over a real PostgreSQL server. `fresh` gives the place of a new, empty
 * database each time it is called; whoever opens it closes it.
 */
export function onBothDatabases(name: string, tests: (fresh: () => Promise<DatabasePlace>) => void): void {
  describe(`${name} (PGlite)`, () => {
    const folders: string[] = [];
    afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
    tests(async () => {
      const path = await emptyStoreFolder();
      folders.push(path);
      return { kind: "folder", path };
    });
  });
  describe(`${name} (PostgreSQL)`, () => {
    let server: PostgresServer | null = null;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());
    tests(async () => {
      if (server === null) throw new Error("the server is started before the tests");
      return { kind: "postgres", url: await server.create() };
    });
  });
}
