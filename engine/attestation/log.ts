import { z } from "zod";
import { canonicalBytes } from "../digest/index.ts";
import { once } from "../values/index.ts";
import { type Decoded, decodeCanonical, type Form } from "./canonical.ts";
import { hashOfLeaf, leafSchema } from "./leaf.ts";
import { type Hash, treeRoot } from "./merkle.ts";
import { type SignedHead, signedHeadSchema } from "./treeHead.ts";

const entriesSchema = z
  .array(leafSchema)
  .refine((entries) => entries.findLastIndex(({ type }) => type === "log") === 0, "does not begin as a log, once")
  .readonly();

/** Since the first form an entry of a release says from which day it decides, and a log begins as one. */
const schema = "precept/log/2";

/** The whole log: every entry, in order, and what was signed of it last. */
const logSchema = z.strictObject({
  schema: z.literal(schema),
  entries: entriesSchema,
  head: signedHeadSchema,
});
export type ReleaseLog = z.infer<typeof logSchema>;

const form: Form = {
  what: "The log",
  is: "a log of releases",
  schema,
  remedy: "Take the `log.json` that stands beside the releases.",
};

export function decodeLog(bytes: Uint8Array): Decoded<ReleaseLog> {
  return decodeCanonical(bytes, logSchema, form);
}

/** A log as a server gives it out: its head, and its entries, stretch by stretch; what else is behind the head is left out. */
export function assembleLog(head: SignedHead, entries: readonly unknown[]): Decoded<ReleaseLog> {
  return decodeLog(canonicalBytes({ schema, entries: entries.slice(0, head.size), head }));
}

export function encodeLog(log: Omit<ReleaseLog, "schema">): Uint8Array {
  return canonicalBytes(logSchema.parse({ schema, ...log }));
}

/** The leaf hashes of a log; a log is asked for several of its trees. */
export const leafHashes = once(({ entries }: Pick<ReleaseLog, "entries">): readonly Hash[] => entries.map(hashOfLeaf));

/** The root of the first `size` entries. */
export function rootAt(log: Pick<ReleaseLog, "entries">, size: number): Hash {
  return treeRoot(leafHashes(log), Math.min(size, log.entries.length));
}
