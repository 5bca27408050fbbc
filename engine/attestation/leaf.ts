import { z } from "zod";
import { canonicalBytes, sha256Hex } from "../digest/index.ts";
import { day, digest, hash, moment, personName, releaseVersion, sentence } from "./fields.ts";
import { once } from "../values/index.ts";
import { keyRecordSchema } from "./keySet.ts";
import { type Hash, leafHash } from "./merkle.ts";
import type { Attestation } from "./statement.ts";

const name = z.string().min(1).max(300);

/** The first entry: logs of one key begin alike otherwise, and could be passed off as each other. `id` is drawn at random. */
const logLeafSchema = z.strictObject({ type: z.literal("log"), id: z.uuid(), at: moment });

/**
 * A release, by the digests of all that was signed and of the signatures: an attestation with one fewer is another. `from`: the first
 * day of service it decides, so that the log alone says which release takes the place of which.
 */
const releaseLeafSchema = z.strictObject({
  type: z.literal("release"),
  set: name,
  version: releaseVersion,
  from: day,
  content: digest,
  meaning: digest,
  payload: hash,
  statement: hash,
  signatures: hash,
  /** When it was published, as its statement says. */
  at: moment,
});

/** A release decides no later day of service than `to`. */
const retirementLeafSchema = z.strictObject({
  type: z.literal("retirement"),
  set: name,
  version: releaseVersion,
  content: digest,
  name: personName,
  reason: sentence,
  to: day,
  at: moment,
});

/** What is public of a key from here on: that there is one, or that it is revoked. */
const keyLeafSchema = z.strictObject({ type: z.literal("key"), key: keyRecordSchema });

/** What the audit log of the store was at a moment: the hash of its entry `seq`, which has the hash of every entry before in it. */
const auditLeafSchema = z.strictObject({ type: z.literal("audit"), seq: z.int().positive(), hash, at: moment });

/** One entry of the log. */
export const leafSchema = z.discriminatedUnion("type", [
  logLeafSchema,
  releaseLeafSchema,
  retirementLeafSchema,
  keyLeafSchema,
  auditLeafSchema,
]);
export type Leaf = z.infer<typeof leafSchema>;
export type RetirementLeaf = z.infer<typeof retirementLeafSchema>;

/** The moment that an entry tells of. */
export function momentOf(leaf: Leaf): string {
  switch (leaf.type) {
    case "log":
    case "release":
    case "retirement":
    case "audit":
      return leaf.at;
    case "key":
      return leaf.key.revoked?.at ?? leaf.key.created;
  }
}

/** Worked out once for each entry that was read: of a long log it is asked again and again while that grows. */
export const hashOfLeaf = once((leaf: Leaf): Hash => leafHash(canonicalBytes(leaf)));

/** The entry that a release with these signatures has. */
export function releaseLeaf({ statement, signatures }: Pick<Attestation, "statement" | "signatures">): Leaf {
  const { set, version, content, meaning, payload, effective, published } = statement;
  const digests = { statement: digestOf(statement), signatures: digestOf(signatures) };
  const decided = { from: effective.from, content, meaning, payload: payload.sha256 };
  return { type: "release", set, version, ...decided, ...digests, at: published.at };
}

const digestOf = (value: unknown): Hash => sha256Hex(canonicalBytes(value));
