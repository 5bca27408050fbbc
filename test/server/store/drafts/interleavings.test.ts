import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../../server/store/index.ts";
import { onBothDatabases, shares } from "../../../support/index.ts";
import { checkInterleaving, interleaving } from "./interleaving.ts";

/** `node test/server/store/drafts/main.ts 1000` runs a thousand on each database. */
const RUNS = 10;

onBothDatabases("two authors on one document", (fresh) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
  });
  afterAll(() => database.destroy());

  it.each(shares(3))("lose no update, and see both texts when they conflict, in every order (%s)", async (share) => {
    let count = 0;
    let conflicts = 0;
    const property = fc.asyncProperty(interleaving, async (given) => {
      count += 1;
      conflicts += await checkInterleaving(database, `${share} ${count}`, given);
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    expect(conflicts).toBeGreaterThan(0);
  });
});
