import { z } from "zod";
import { canonicalBytes } from "../digest/index.ts";
import { type Decoded, decodeJson, type Form } from "./canonical.ts";
import { hash, moment, signatureText, treeSize } from "./fields.ts";

const headFields = { log: hash, size: treeSize, root: hash, at: moment };

/** What a log was at a moment. */
export interface TreeHead {
  /** Which log: the leaf hash of its first entry. */
  readonly log: string;
  readonly size: number;
  readonly root: string;
  readonly at: string;
}

/** A tree head with the detached JWS over its canonical form. */
export const signedHeadSchema = z.strictObject({ ...headFields, signature: signatureText });
export type SignedHead = z.infer<typeof signedHeadSchema>;

/** The bytes of a head that are signed. */
export function headBytes({ log, size, root, at }: TreeHead): Uint8Array {
  return canonicalBytes({ log, size, root, at });
}

/** A head that a verifier keeps, and since when: a log that no longer grows out of it was rewritten. */
const pinSchema = z.strictObject({ schema: z.literal("precept/pin/1"), head: signedHeadSchema, pinnedAt: moment });
export interface PinnedHead {
  readonly head: SignedHead;
  /** When the verifier saw it; `null` where that is not known, and only its signer says how old it is. */
  readonly pinnedAt: string | null;
}

const heldSchema = z.union([
  pinSchema.transform(({ head, pinnedAt }): PinnedHead => ({ head, pinnedAt })),
  signedHeadSchema.transform((head): PinnedHead => ({ head, pinnedAt: null })),
]);

const form: Form = {
  what: "The pinned head",
  is: "the head of a log",
  schema: "precept/pin/1",
  remedy: "`precept verify --pin FILE` writes one.",
};

/** Reads what `encodePin` wrote, or a signed head as a server gives it out. */
export function decodePinnedHead(bytes: Uint8Array): Decoded<PinnedHead> {
  return decodeJson(bytes, heldSchema, form);
}

export function encodePin(head: SignedHead, pinnedAt: string): Uint8Array {
  return canonicalBytes(pinSchema.parse({ schema: "precept/pin/1", head, pinnedAt }));
}
