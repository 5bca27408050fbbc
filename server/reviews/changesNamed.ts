import type { AuditEntry, Database } from "../store/index.ts";

/** A change as it is called: its set, and what it says it does. */
export interface NamedChange {
  readonly id: number;
  readonly set: string;
  readonly title: string;
}

type Entry = Pick<AuditEntry, "action" | "subject" | "detail">;

/** What is done to a change itself: its number is the subject. */
const ofChange: ReadonlySet<string> = new Set([
  "send to review",
  "send again",
  "withdraw change",
  "acknowledge",
  "approve round",
  "request changes",
  "waive gate",
  "publish change",
  "retire change",
]);

/** The change that an entry of the audit log is about; `null`: none. */
export function changeOf({ action, subject, detail }: Entry): number | null {
  const { change } = detail;
  if (typeof change === "number") return change;
  return ofChange.has(action) && /^[1-9]\d{0,8}$/.test(subject) ? Number(subject) : null;
}

/** The changes that entries of the audit log are about, which name them by number. */
export async function changesNamed(database: Database, entries: readonly Entry[]): Promise<readonly NamedChange[]> {
  const ids = [...new Set(entries.map(changeOf))].filter((id) => id !== null);
  if (ids.length === 0) return [];
  return database
    .selectFrom("change")
    .select(["id", "set_name as set", "title"])
    .where("id", "in", ids)
    .orderBy("id")
    .execute();
}
