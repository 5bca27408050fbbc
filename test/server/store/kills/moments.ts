import { scheduler } from "node:timers/promises";
import type { Ledger } from "./ledger.ts";

/** When a server is killed. `start`: while it starts; `statement`: by itself, at a statement (`endItself.ts`). */
export const moments = ["any", "statement", "publishing", "statement", "start", "statement"] as const;
export type Moment = (typeof moments)[number];

/** Statements of everything that is kept; those of publishing again, because there are fewer of them. */
const statements = [
  'insert into "release"',
  'insert into "release"',
  'insert into "log_entry"',
  'insert into "tree_head"',
  'insert into "signing"',
  'insert into "signing_key"',
  'insert into "revision"',
  'insert into "change"',
  'insert into "round"',
  'insert into "comment"',
  'insert into "acknowledgment"',
  'insert into "plan"',
  'insert into "audit"',
  'update "audit_head"',
  "commit",
];

/** What `endItself.ts` reads: one of these statements, or one of the few after it. */
export function someStatement(): string {
  const text = drawn(statements);
  const isFrequent = /revision|audit|commit/.test(text);
  const times = 1 + Math.floor(Math.random() * (isFrequent ? 20 : 1));
  return [text, times, Math.floor(Math.random() * 8), drawn(["before", "writing", "after"])].join("|");
}

/** Milliseconds after which a server is killed anyway: on a busy machine a release takes its time. */
const PATIENCE = 40_000;

/** The moment is what is random here, nothing is waited for. */
export async function come(moment: Moment, ledger: Ledger, over: Promise<unknown>): Promise<void> {
  if (moment === "statement") return Promise.race([over.then(() => undefined), scheduler.wait(PATIENCE)]);
  if (moment !== "publishing") return scheduler.wait(Math.random() * 2000);
  ledger.isPublishing = false;
  const end = Date.now() + PATIENCE;
  while (!ledger.isPublishing && Date.now() < end) await scheduler.wait(2);
  return scheduler.wait(Math.random() * 1.5 * ledger.publishingTook);
}

function drawn(texts: readonly string[]): string {
  return texts[Math.floor(Math.random() * texts.length)] ?? "";
}
