import * as fc from "fast-check";
import { openEmptyStore } from "../../support/index.ts";
import { checkAnyOrder, steps } from "./anyOrder.ts";
import { listPeople, sourcesOf } from "./knees.ts";

// What people do with changes, in as many random orders as the first argument says.
const runs = Number(process.argv[2] ?? "1000");
const { database, close } = await openEmptyStore();
await listPeople(database);
const sources = sourcesOf(database, "team");
let published = 0;
let taken = 0;
const property = fc.asyncProperty(steps, async (all) => {
  taken += all.length;
  published += await checkAnyOrder(database, sources, all);
});
await fc.assert(property, { numRuns: runs, endOnFailure: true });
await close();
process.stdout.write(`${runs} orders, ${taken} steps, ${published} releases: every invariant held\n`);
