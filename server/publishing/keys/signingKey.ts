import { createPrivateKey, createPublicKey } from "node:crypto";
import { exportJWK, FlattenedSign, generateKeyPair, importJWK } from "jose";
import { z } from "zod";
import { type KeyRecord, thumbprint } from "../../../engine/attestation/index.ts";

/** A key that can sign: what is public of it, and its private part (RFC 8037, `d`). */
export interface SigningKey {
  readonly record: KeyRecord;
  readonly d: string;
}

const pairSchema = z.object({ x: z.string(), d: z.string() });

/** Makes a new Ed25519 key. Moments are ISO 8601 in UTC with milliseconds; `notAfter` null: it does not end by itself. */
export async function makeSigningKey(created: string, notAfter: string | null): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x, d } = pairSchema.parse(await exportJWK(privateKey));
  return { record: { kid: thumbprint(x), x, created, notAfter, revoked: null }, d };
}

/** A detached JWS over bytes: `<header>..<signature>`. */
export async function signDetached({ record: { kid, x }, d }: SigningKey, bytes: Uint8Array): Promise<string> {
  const key = await importJWK({ kty: "OKP", crv: "Ed25519", x, d }, "EdDSA");
  const signer = new FlattenedSign(bytes).setProtectedHeader({ alg: "EdDSA", kid });
  const { protected: header, signature } = await signer.sign(key);
  return `${header}..${signature}`;
}

/** Whether a private part is that of the key beside which it is kept. */
export function isPairOf({ record: { x }, d }: SigningKey): boolean {
  const key = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", x, d }, format: "jwk" });
  return createPublicKey(key).export({ format: "jwk" }).x === x;
}
