import { afterAll, beforeAll, describe } from "vitest";
import type { DatabasePlace } from "../../server/store/index.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/**
 * Runs the same tests over PGlite in memory and over a real PostgreSQL server. `fresh` gives the place of a new, empty
 * database each time it is called.
 */
export function onBothDatabases(name: string, tests: (fresh: () => Promise<DatabasePlace>) => void): void {
  describe(`${name} (PGlite)`, () => {
    tests(async () => ({ kind: "folder", path: "memory://" }));
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
