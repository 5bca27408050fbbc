import { DummyDriver, Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { localAccess, type Workspace } from "../../server/index.ts";
import type { Tables } from "../../server/store/index.ts";

class NoDatabase extends PostgresDialect {
  override createDriver() {
    return new DummyDriver();
  }
}

/** A workspace without a folder and with a database that holds nothing, for what asks neither. */
export const nowhere: Workspace = {
  guidelines: "/nowhere",
  studio: "/nowhere",
  database: new Kysely<Tables>({ dialect: new NoDatabase({ pool: new Pool() }) }),
  clock: () => new Date("2026-01-01T00:00:00Z"),
  access: localAccess(),
  report: () => undefined,
};
