import { createHash } from "node:crypto";
import { canonicalText } from "../../../engine/digest/index.ts";
import type { Database } from "../../../server/store/index.ts";

export const auditRows = (database: Database) => database.selectFrom("audit").selectAll().orderBy("seq").execute();

/** Writes the chain anew as whoever owns the database can: another actor of one entry, and every hash that comes of it. */
export async function rewriteAudit(database: Database, seq: number): Promise<void> {
  let previous = "0".repeat(64);
  for (const { hash: _, ...row } of await auditRows(database)) {
    const detail: unknown = JSON.parse(row.detail);
    const link = { ...row, actor: row.seq === seq ? "somebody else" : row.actor, previous };
    previous = createHash("sha256")
      .update(canonicalText({ ...link, detail }))
      .digest("hex");
    await database
      .updateTable("audit")
      .set({ ...link, hash: previous })
      .where("seq", "=", row.seq)
      .execute();
  }
  await database.updateTable("audit_head").set({ hash: previous }).execute();
}
