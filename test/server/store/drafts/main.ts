import * as fc from "fast-check";
import { openDatabase } from "../../../../server/store/index.ts";
import { openEmptyStore } from "../../../support/emptyStore.ts";
import { startPostgres } from "../../../support/postgres.ts";
import { checkInterleaving, interleaving } from "./interleaving.ts";
import type { Database } from "../../../../server/store/index.ts";

/** `node test/server/store/drafts/main.ts [INTERLEAVINGS]`: two authors on one document, on both databases. */
const runs = Number(process.argv[2] ?? 1000);

async function run(name: string, database: Database): Promise<void> {
  let count = 0;
  let conflicts = 0;
  const property = fc.asyncProperty(interleaving, async (given) => {
    count += 1;
    conflicts += await checkInterleaving(database, `${name} ${count}`, given);
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
  process.stdout.write(`${name}: ${count} interleavings, ${conflicts} conflicts with both texts, no update lost\n`);
}

const store = await openEmptyStore();
await run("PGlite", store.database);
await store.close();

const server = await startPostgres();
const database = await openDatabase({ kind: "postgres", url: await server.create() });
await run("PostgreSQL", database);
await database.destroy();
await server.stop();
