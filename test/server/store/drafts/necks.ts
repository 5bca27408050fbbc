import { createHash } from "node:crypto";
import { expect } from "vitest";
import type { Database } from "../../../../server/store/index.ts";
import { createSet, readDraft } from "../../../../server/store/drafts/index.ts";

export const manifest = {
  path: "set.yaml",
  text: "schema: precept/set/1\nname: necks\ntitle: Necks\ndescription: On necks.\n",
};
export const etagOf = (text: string) => `"${hashOf(text)}"`;
export const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Somebody who changes something at noon. */
export const by = (actor: string, note?: string) => ({
  actor,
  at: new Date("2026-01-31T12:00:00Z"),
  ...(note === undefined ? {} : { note }),
});

let count = 0;

/** A guideline set of its own with these files beside its manifest. */
export async function newSet(database: Database, files: Readonly<Record<string, string>> = {}): Promise<string> {
  count += 1;
  const set = `necks-${count}`;
  const others = Object.entries(files).map(([path, text]) => ({ path, text }));
  expect(await createSet(database, by("ann"), set, [manifest, ...others])).toMatchObject({ ok: true });
  return set;
}

/** The texts of a set by path, without its manifest. */
export async function textsOf(database: Database, set: string): Promise<Readonly<Record<string, string>>> {
  const draft = await readDraft(database, set);
  if (!draft.ok) throw new Error(draft.refusal.detail);
  return Object.fromEntries(draft.value.files.slice(1).map(({ path, text }) => [path, text]));
}
