import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashOfLeaf, type Leaf } from "../../../engine/attestation/index.ts";
import { canonicalText } from "../../../engine/digest/index.ts";
import { createKey, keySecret, storeShelf, verifyAnchoredAudit } from "../../../server/publishing/index.ts";
import { type Database, openDatabase, verifyAudit } from "../../../server/store/index.ts";
import { day } from "../../engine/attestation/attested.ts";
import { doctorable, onBothDatabases } from "../../support/index.ts";
import { auditRows, rewriteAudit } from "./rewriteAudit.ts";
import { publishNecks, secret } from "./shelves.ts";

async function cutOff(database: Database, last: number): Promise<void> {
  await database.deleteFrom("audit").where("seq", ">", last).execute();
  const { seq, at, hash } = await database
    .selectFrom("audit")
    .selectAll()
    .where("seq", "=", last)
    .executeTakeFirstOrThrow();
  await database.updateTable("audit_head").set({ seq, at, hash }).execute();
}

/** The log told otherwise, as far as that goes without a key that signs it. */
async function tellLogOtherwise(database: Database): Promise<void> {
  const [, second] = await auditRows(database);
  const leaf: Leaf = { type: "audit", seq: 2, hash: second?.hash ?? "", at: day(3) };
  await database
    .updateTable("log_entry")
    .set({ leaf: canonicalText(leaf), hash: hashOfLeaf(leaf) })
    .where("leaf", "like", '%"seq":2,"type":"audit"%')
    .execute();
}

onBothDatabases("the audit log and what the signed log holds of it", (fresh) => {
  let database: Database;
  let asItWas: () => Promise<void>;
  const shelf = () => storeShelf(database, { secret, actor: "pat" });
  const verified = () => verifyAnchoredAudit(database, secret);
  beforeAll(async () => {
    database = await openDatabase(await fresh());
    await createKey(shelf(), { now: new Date(day(1)) });
    await publishNecks(shelf(), day(2));
    await createKey(shelf(), { now: new Date(day(3)) });
    asItWas = await doctorable(database, ["audit", "audit_head", "log_entry", "tree_head", "signing_key"]);
  });
  beforeEach(() => asItWas());
  afterAll(() => database.destroy());

  test("hold each other: every addition tells the log of the entry before its own", async () => {
    const log = await shelf().log();
    const rows = await auditRows(database);
    const leaves = log.ok ? log.value?.entries : [];
    expect(leaves?.filter(({ type }) => type === "audit")).toEqual([
      { type: "audit", seq: 1, hash: rows[0]?.hash, at: day(2) },
      { type: "audit", seq: 2, hash: rows[1]?.hash, at: day(3) },
    ]);
    const anchored = { seq: 2, hash: rows[1]?.hash, at: day(3) };
    expect(await verified()).toEqual({ kind: "whole", entries: 3, head: rows[2]?.hash, anchored });
    expect(await verifyAnchoredAudit(database, null)).toMatchObject({ kind: "whole", anchored });
  });

  test.each([
    [1, 1, "It was rewritten at or before entry 1: the signed log of releases holds another entry 1."],
    [2, 2, "It was rewritten at or before entry 2, after entry 1: the signed log of releases holds another entry 2."],
  ])("a chain that was written anew from entry %i is told", async (from, seq, problem) => {
    await rewriteAudit(database, from);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 3 });
    expect(await verified()).toEqual({ kind: "rewritten", seq, problem });
  });

  test("what came after the last entry that is held shows only by its digest", async () => {
    await rewriteAudit(database, 3);
    expect(await verified()).toMatchObject({ kind: "whole", anchored: { seq: 2 } });
  });

  test("an end that was cut off, with the head, is told", async () => {
    await cutOff(database, 1);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 1 });
    expect(await verified()).toMatchObject({
      kind: "rewritten",
      seq: 2,
      problem: expect.stringContaining("here 1 is the last"),
    });
  });

  test("one that was written anew stays told, whatever is added", async () => {
    await rewriteAudit(database, 2);
    expect(await createKey(shelf(), { now: new Date(day(4)) })).toMatchObject({ kind: "changed" });
    expect(await verified()).toMatchObject({ kind: "rewritten", seq: 2 });
  });

  test("a log that was told otherwise proves nothing", async () => {
    await rewriteAudit(database, 2);
    await tellLogOtherwise(database);
    expect(await verified()).toMatchObject({
      kind: "unproved",
      entries: 3,
      problem: expect.stringContaining("rewritten"),
    });
  });

  test("a log whose keys are not own ones proves nothing", async () => {
    const other = await verifyAnchoredAudit(database, keySecret("another"));
    expect(other).toMatchObject({ kind: "unproved", problem: expect.stringContaining("cannot be opened") });
  });

  test("a head of the chain that is none is not told to the log", async () => {
    await database.updateTable("audit_head").set({ hash: "none" }).execute();
    const before = await shelf().log();
    expect(await createKey(shelf(), { now: new Date(day(4)) })).toMatchObject({ kind: "changed" });
    const after = await shelf().log();
    const size = (log: typeof before) => (log.ok ? (log.value?.entries.length ?? 0) : 0);
    expect(size(after)).toBe(size(before) + 1);
    expect(await verified()).toMatchObject({ kind: "broken", seq: 4 });
  });
});
