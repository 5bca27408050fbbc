import { hexToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import { z } from "zod";
import { canonicalBytes, sha256Hex } from "../digest/index.ts";
import { type Decoded, decodeJson, type Form } from "./canonical.ts";
import { keyId, moment } from "./fields.ts";
import { isPrivateKey } from "./privateKey.ts";

/** Why a key is used no more: another took its place, or somebody else may have it. */
const revocationSchema = z.strictObject({ at: moment, because: z.enum(["superseded", "compromised"]) });
export type KeyRevocation = z.infer<typeof revocationSchema>;

const keyFields = {
  kid: keyId,
  /** The Ed25519 public key, base64url (RFC 8037). */
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, "no Ed25519 public key"),
  created: moment,
  /** `null`: it does not end by itself. */
  notAfter: moment.nullable(),
  revoked: revocationSchema.nullable(),
};

/** Everything that is public of a key that signs releases; its id is that of its key and of no other. */
export const keyRecordSchema = z.strictObject(keyFields).refine(({ kid, x }) => kid === thumbprint(x), {
  path: ["kid"],
  message: "not the thumbprint of its key (RFC 7638)",
});
export type KeyRecord = z.infer<typeof keyRecordSchema>;

/** RFC 7517 asks readers to pass over members they do not know. A private key is never passed over. */
const jwkSchema = z.looseObject({
  ...keyFields,
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  notAfter: keyFields.notAfter.default(null),
  revoked: keyFields.revoked.default(null),
  d: z.never("a private key").optional(),
});
const keySetSchema = z.looseObject({ keys: z.array(jwkSchema).max(1000) });

/** The keys that a verifier trusts. */
export type KeySet = readonly KeyRecord[];

const form: Form = {
  what: "The key set",
  is: "a set of public keys (a JWKS)",
  schema: null,
  remedy: "`precept keys jwks` prints one, and a server gives it out at `/.well-known/jwks.json`.",
};

const secretTold = "This is a private key, never hand it out; `precept keys jwks` prints the public ones.";

/** Reads a JWKS; refused where a key id is not the thumbprint of its key, or stands twice. */
export function decodeKeySet(bytes: Uint8Array): Decoded<KeySet> {
  if (isPrivateKey(bytes)) return refused(secretTold);
  const read = decodeJson(bytes, keySetSchema, form);
  if (!read.ok) return read;
  const keys = read.value.keys.map(({ kid, x, created, notAfter, revoked }) => ({
    kid,
    x,
    created,
    notAfter,
    revoked,
  }));
  const wrong = keys.find(({ kid, x }) => kid !== thumbprint(x));
  if (wrong !== undefined) return refused(`\`${wrong.kid}\` is not the thumbprint of its key (RFC 7638).`);
  const twice = keys.find(({ kid }, at) => keys.findIndex((key) => key.kid === kid) !== at);
  return twice === undefined ? { ok: true, value: keys } : refused(`The key \`${twice.kid}\` stands in it twice.`);
}

function refused(problem: string): Decoded<KeySet> {
  return { ok: false, problem };
}

/** The id of an Ed25519 public key (RFC 7638 of RFC 8037, appendix A.3). */
export function thumbprint(x: string): string {
  return base64url.encode(hexToBytes(sha256Hex(canonicalBytes({ crv: "Ed25519", kty: "OKP", x }))));
}

/** The key set as a JWKS that any library of JOSE reads. */
export function asJwks(keys: KeySet) {
  return { keys: keys.map((key) => ({ kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", ...key })) };
}
