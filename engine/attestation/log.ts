import { z } from "zod";
import { canonicalBytes } from "../digest/index.ts";
import { once } from "../values/index.ts";
import { type Decoded, decodeCanonical } from "./canonical.ts";
import { hashOfLeaf, leafSchema } from "./leaf.ts";
import { type Hash, treeRoot } from "./merkle.ts";
import { type SignedHead, signedHeadSchema } from "./treeHead.ts";

const entriesSchema = z
  .array(leafSchema)
  .refine((entries) => entries.findLastIndex(({ type }) => type === "log") === 0, "does not begin as a log, once")
  .readonly();

/** The whole log: every entry, in order, and what was signed of it last. */
const logSchema = z.strictObject({
  schema: z.literal("precept/log/1"),
  entries: entriesSchema,
  head: signedHeadSchema,
});
export type ReleaseLog = z.infer<typeof logSchema>;

export function decodeLog(bytes: Uint8Array): Decoded<ReleaseLog> {
  return decodeCanonical(bytes, logSchema, "The log");
}

/** A log as a server gives it out: its head, and its entries, stretch by stretch; what else is behind the head is left out. */
export function assembleLog(head: SignedHead, entries: readonly unknown[]): Decoded<ReleaseLog> {
  return decodeLog(canonicalBytes({ schema: "precept/log/1", entries: entries.slice(0, head.size), head }));
}

export function encodeLog(log: Omit<ReleaseLog, "schema">): Uint8Array {
  return canonicalBytes(logSchema.parse({ schema: "precept/log/1", ...log }));
}

/** The leaf hashes of a log; a log is asked for several of its trees. */
export const leafHashes = once(({ entries }: Pick<ReleaseLog, "entries">): readonly Hash[] => entries.map(hashOfLeaf));

/** The root of the first `size` entries. */
export function rootAt(log: Pick<ReleaseLog, "entries">, size: number): Hash {
  return treeRoot(leafHashes(log), Math.min(size, log.entries.length));
}
