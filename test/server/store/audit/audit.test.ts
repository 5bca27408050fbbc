import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterEach, expect, it } from "vitest";
import {
  acceptClock,
  type AuditEvent,
  clockIsBehind,
  type Database,
  openDatabase,
  readAudit,
  record,
  verifyAudit,
} from "../../../../server/store/index.ts";
import { onBothDatabases } from "../../../support/index.ts";

const noon = new Date("2026-03-01T12:00:00.000Z");
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const saved = (event: Partial<AuditEvent> = {}): AuditEvent => ({
  actor: "ada",
  action: "save file",
  subject: "neck.guideline",
  detail: { set: "neck", bytes: 12 },
  at: noon,
  ...event,
});

onBothDatabases("the audit log", (fresh) => {
  let open: Database | null = null;
  afterEach(() => open?.destroy());

  async function logOf(...events: readonly AuditEvent[]): Promise<Database> {
    open = await openDatabase(await fresh());
    for (const event of events) await append(open, event);
    return open;
  }

  it("chains entries by SHA-256 of their canonical JSON", async () => {
    const { entries } = await readAudit(await logOf(saved(), saved({ subject: "set.yaml" })), { limit: 10 });
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
    const rest = `"previous":"${"0".repeat(64)}","seq":1,"subject":"neck.guideline"}`;
    const first = sha256(
      `{"action":"save file","actor":"ada","at":"2026-03-01T12:00:00.000Z","detail":{"bytes":12,"set":"neck"},${rest}`,
    );
    expect(entries.map(({ seq, subject, previous }) => [seq, subject, previous])).toEqual([
      [2, "set.yaml", first],
      [1, "neck.guideline", "0".repeat(64)],
    ]);
    expect(entries[1]?.hash).toBe(first);
  });

  it("keeps one chain when many append at once", async () => {
    const database = await logOf();
    await Promise.all(Array.from({ length: 20 }, (_, at) => append(database, saved({ subject: `${at}` }))));
    const { entries } = await readAudit(database, { limit: 100 });
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, at) => 20 - at));
    expect(await verifyAudit(database)).toEqual({ kind: "whole", entries: 20, head: entries[0]?.hash });
  });

  it("has no entry of what was rolled back", async () => {
    const database = await logOf(saved());
    const failed = database.transaction().execute(async (transaction) => {
      await record(transaction, saved());
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 1 });
  });

  it("keeps texts that no database column can hold", async () => {
    const odd = "\u{feff}a\0b\uD800c\u{1F600}";
    const database = await logOf(saved({ subject: odd, detail: { set: odd, names: [odd] } }));
    const kept = "\uFFFDa\uFFFDb\uFFFDc\u{1F600}";
    const { entries } = await readAudit(database, { limit: 1, set: kept });
    expect(entries[0]).toMatchObject({ subject: kept, detail: { set: kept, names: [kept] } });
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });

  it("is read page by page, all of it or of one set", async () => {
    const sets = ["neck", "knee", "neck", "neck"];
    const database = await logOf(...sets.map((set) => saved({ detail: { set } })));
    const page = async (options: Parameters<typeof readAudit>[1]) => {
      const { entries, before } = await readAudit(database, options);
      return [entries.map(({ seq }) => seq), before];
    };
    expect(await page({ limit: 3 })).toEqual([[4, 3, 2], 2]);
    expect(await page({ limit: 3, before: 2 })).toEqual([[1], null]);
    expect(await page({ limit: 2, set: "neck" })).toEqual([[4, 3], 3]);
    expect(await page({ limit: 2, set: "neck", before: 3 })).toEqual([[1], null]);
    expect(await page({ limit: 2, set: "hip" })).toEqual([[], null]);
  });

  it("is never set back by a clock that is, and says that it was", async () => {
    const database = await logOf();
    expect(await clockIsBehind(database, noon)).toBeNull();
    await append(database, saved());
    await append(database, saved({ at: minutesLater(-60) }));
    const { entries } = await readAudit(database, { limit: 10 });
    expect(entries.map(({ at }) => at)).toEqual([noon.toISOString(), noon.toISOString()]);
    expect(await clockIsBehind(database, minutesLater(-5))).toBeNull();
    expect(await clockIsBehind(database, minutesLater(-5.01))).toMatch(
      /^The clock of this server shows 2026-03-01T11:54:59.400Z, but something was recorded at 2026-03-01T12:00:00.000Z\./,
    );
  });

  it("goes on from a clock that an admin accepts, which is an entry, and only that may be earlier", async () => {
    const database = await logOf(saved(), saved({ at: minutesLater(5_000_000) }));
    expect(await clockIsBehind(database, noon)).toContain("precept audit accept-clock");
    expect(await acceptClock(database, { actor: "ann" }, noon)).toBe(true);
    expect(await clockIsBehind(database, noon)).toBeNull();
    expect(await acceptClock(database, { actor: "ann" }, noon)).toBe(false);
    await append(database, saved({ at: minutesLater(1) }));
    const { entries } = await readAudit(database, { limit: 2 });
    expect(entries).toMatchObject([
      { at: minutesLater(1).toISOString() },
      { actor: "ann", action: "accept clock", at: noon.toISOString(), detail: { clock: noon.toISOString() } },
    ]);
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole", entries: 4 });
  });

  it("has its time moved by nothing that anybody can bring about", async () => {
    const anonymous = { ...saved({ at: minutesLater(5_000_000) }), isAnonymous: true } as const;
    const database = await logOf(anonymous);
    expect(await clockIsBehind(database, noon)).toBeNull();
    await append(database, saved());
    await append(database, anonymous);
    expect(await clockIsBehind(database, noon)).toBeNull();
    expect((await readAudit(database, { limit: 1 })).entries[0]?.at).toBe(noon.toISOString());
    expect(await verifyAudit(database)).toMatchObject({ kind: "whole" });
  });

  const tamperings: readonly (readonly [what: string, statement: string, seq: number])[] = [
    ["another actor", "update audit set actor = 'eve' where seq = 2", 2],
    ["another time", "update audit set at = '2026-03-01T12:00:00.001Z' where seq = 2", 2],
    ["another detail", `update audit set detail = '{"set":"knee"}' where seq = 2`, 2],
    ["a detail spelled in another way", "update audit set detail = detail || ' ' where seq = 2", 2],
    ["a detail that is none", "update audit set detail = '7' where seq = 2", 2],
    ["another hash", "update audit set hash = repeat('a', 64) where seq = 2", 2],
    ["another hash before", "update audit set previous = repeat('a', 64) where seq = 2", 2],
    ["a missing first entry", "delete from audit where seq = 1", 1],
    ["a missing entry", "delete from audit where seq = 2", 2],
    ["a missing last entry", "delete from audit where seq = 3", 3],
    ["an emptied log", "delete from audit", 1],
    ["entries in another order", "update audit set seq = 5 - seq where seq > 1", 2],
    ["an entry beside the chain", "update audit_head set seq = 2", 3],
    ["a head of another hash", "update audit_head set hash = repeat('a', 64)", 3],
    ["no head", "delete from audit_head", 3],
  ];
  it.each(tamperings)("notices %s", async (_, statement, seq) => {
    const database = await logOf(saved(), saved(), saved());
    await sql.raw("alter table audit disable trigger append_only").execute(database);
    await sql.raw("alter table audit drop constraint audit_pkey").execute(database);
    await sql.raw(statement).execute(database);
    expect(await verifyAudit(database)).toMatchObject({ kind: "broken", seq });
  });
});

function append(database: Database, event: AuditEvent): Promise<void> {
  return database.transaction().execute((transaction) => record(transaction, event));
}
