import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  inBatches,
  readReferences,
  type Reference,
  referenceWriter,
} from "../../../server/determinations/references/index.ts";
import { type Database, openDatabase, readAudit, verifyAudit } from "../../../server/store/index.ts";
import { onBothDatabases } from "../../support/index.ts";

const digest = (of: string) => `sha256:${createHash("sha256").update(of).digest("hex")}`;

const reference = (id: number, actor = "ann", set = "knees"): Reference => ({
  id: `id ${id}`,
  set,
  version: "1.0.0",
  digest: digest("release"),
  caseDigest: digest(`case ${id}`),
  recordDigest: digest(`record ${id}`),
  serviceDate: "2014-02-28",
  actor,
  at: new Date("2026-03-01T12:00:00.123Z"),
});

onBothDatabases("references", (fresh) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await fresh());
  });
  afterAll(() => database.destroy());

  it("that come at once are written together, each with its entry in the audit log, and listed a page at a time", async () => {
    const write = referenceWriter(database);
    const written = Array.from({ length: 60 }, (_, at) =>
      reference(at, at % 3 === 0 ? "ann" : "bo", at < 50 ? "knees" : "hips"),
    );
    await Promise.all(written.map((one) => write({ reference: one, kept: null })));
    const first = await readReferences(database, { set: "knees", before: null, limit: 45 });
    const second = await readReferences(database, { set: "knees", before: first.before, limit: 45 });
    expect([...first.references, ...second.references]).toEqual(written.slice(0, 50).toReversed());
    expect([first.references.length, second.references.length, second.before]).toEqual([45, 5, null]);
    const { entries } = await readAudit(database, { limit: 100 });
    const noted = entries.flatMap(({ detail }) => detail["determinations"] ?? []);
    expect(new Set(noted)).toEqual(new Set(written.map(({ id, recordDigest }) => `${id} ${recordDigest}`)));
    expect(entries.length).toBeLessThan(20);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });

  it("of a batch that fails are refused to each who waits, and the next batch goes on", async () => {
    const write = referenceWriter(database);
    const twice = await Promise.allSettled([1000, 1000].map((id) => write({ reference: reference(id), kept: null })));
    expect(twice.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await write({ reference: reference(1001), kept: null });
    const { references } = await readReferences(database, { set: null, before: null, limit: 1 });
    expect(references).toEqual([reference(1001)]);
  });
});

it("a batch answers only those who came before it began", async () => {
  let state = 0;
  const read = inBatches(async (items: readonly number[]) => {
    const seen = state;
    await Promise.resolve();
    return items.map(() => seen);
  }, 100);
  const first = read(0);
  await first;
  state = 1;
  const second = read(0);
  const third = second.then(() => {
    state = 2;
    return read(0);
  });
  expect(await Promise.all([first, second, third])).toEqual([0, 1, 2]);
});
