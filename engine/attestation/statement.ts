import { z } from "zod";
import { canonicalBytes } from "../digest/index.ts";
import { type Decoded, decodeCanonical, type Form } from "./canonical.ts";
import { day, digest, hash, moment, personName, releaseVersion, sentence, signatureText, treeSize } from "./fields.ts";
import { signedHeadSchema } from "./treeHead.ts";

/** A person's name, what the signature of that person means, and the files it was given on (21 CFR 11.50). */
const approvalSchema = z.strictObject({ name: personName, meaning: sentence, digest, at: moment });
export type Approval = z.infer<typeof approvalSchema>;

/** A gate that was not passed, and why the release was made even so. */
const waiverSchema = z.strictObject({ gate: sentence, reason: sentence, name: personName, at: moment });
export type Waiver = z.infer<typeof waiverSchema>;

/** What is signed of a release. */
const statementSchema = z.strictObject({
  set: z.string().min(1).max(300),
  version: releaseVersion,
  /** Digest of the manifest. */
  content: digest,
  /** Digest of what the set means. */
  meaning: digest,
  /** Digest of the set's own files as their authors wrote them: what is reviewed and approved, before a version is known. */
  files: digest,
  payload: z.strictObject({ file: z.string().min(1).max(300), sha256: hash, bytes: z.int().positive() }),
  /** The days of service it is in force on, both included. `to` null: until another release is. */
  effective: z.strictObject({ from: day, to: day.nullable() }),
  approvals: z.array(approvalSchema).max(100).readonly(),
  waivers: z.array(waiverSchema).max(100).readonly(),
  /** Whether somebody who wrote none of it approved it. */
  independentlyApproved: z.boolean(),
  published: z.strictObject({ name: personName, at: moment }),
});
export type Statement = z.infer<typeof statementSchema>;

const attestationSchema = z.strictObject({
  schema: z.literal("precept/attestation/1"),
  statement: statementSchema,
  /** Detached JWS over the canonical statement, by key id. */
  signatures: z.array(signatureText).min(1).max(10).readonly(),
  /** Where the release stands in the log, and what shows it. */
  log: z.strictObject({
    index: z.int().nonnegative(),
    treeSize,
    inclusion: z.array(hash).max(64).readonly(),
    head: signedHeadSchema,
  }),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** An attestation is a few kilobytes; a hundred long waivers are less than this. */
const ATTESTATION_LIMIT = 1024 * 1024;

const form: Form = {
  what: "The attestation",
  is: "what is signed of a release",
  schema: "precept/attestation/1",
  remedy: "Take the `.attestation.json` that was published with the release.",
};

export function decodeAttestation(bytes: Uint8Array): Decoded<Attestation> {
  if (bytes.length > ATTESTATION_LIMIT) return { ok: false, problem: "The attestation is larger than any." };
  return decodeCanonical(bytes, attestationSchema, form);
}

export function encodeAttestation(attestation: Attestation): Uint8Array {
  return canonicalBytes(attestationSchema.parse(attestation));
}
