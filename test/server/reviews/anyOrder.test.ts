import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PublishingSources } from "../../../server/reviews/index.ts";
import { type Database, openDatabase, verifyAudit } from "../../../server/store/index.ts";
import { onBothDatabases, shares } from "../../support/index.ts";
import { checkAnyOrder, steps } from "./anyOrder.ts";
import { listPeople, sourcesOf } from "./knees.ts";

/** `node test/server/reviews/main.ts 1000` runs a thousand. */
const RUNS = 1;

onBothDatabases("whatever people do", (fresh) => {
  let database: Database;
  let sources: PublishingSources;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await listPeople(database);
    sources = sourcesOf(database, "team");
  });
  afterAll(() => database.destroy());

  it.each(shares(9))("nothing is published past its gates, and nothing refused leaves a trace (%s)", async () => {
    const property = fc.asyncProperty(steps, async (taken) => void (await checkAnyOrder(database, sources, taken)));
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });
});
