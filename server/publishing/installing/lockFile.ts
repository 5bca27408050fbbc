import { z } from "zod";
import { signedHeadSchema } from "../../../engine/attestation/index.ts";

const lockedSchema = z.strictObject({
  set: z.string().min(1),
  version: z.string(),
  digest: z.string(),
  /** SHA-256 of the file. */
  payload: z.string(),
  /** The head of the log when it was locked, to see later that the log only grew; `null` where there was no log. */
  head: signedHeadSchema.nullable(),
  lockedAt: z.string(),
});
export type Locked = z.infer<typeof lockedSchema>;

const lockSchema = z.strictObject({ schema: z.literal("precept/lock/1"), releases: z.array(lockedSchema).max(10_000) });

/** What is locked, by a file; `null` where it is no lock. */
export function readLock(text: string): readonly Locked[] | null {
  try {
    return lockSchema.parse(JSON.parse(text)).releases;
  } catch {
    return null;
  }
}

/** The text of a lock in which a release takes the place of the one of its set: ordered by set, for version control. */
export function writeLock(locked: readonly Locked[], added: Locked): string {
  const others = locked.filter(({ set }) => set !== added.set);
  const releases = [...others, added].toSorted((a, b) => (a.set < b.set ? -1 : 1));
  return `${JSON.stringify({ schema: "precept/lock/1", releases }, null, 2)}\n`;
}
