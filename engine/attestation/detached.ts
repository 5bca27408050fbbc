import { base64url, flattenedVerify, importJWK } from "jose";
import { canonicalBytes } from "../digest/index.ts";
import { once } from "../values/index.ts";
import { keyId } from "./fields.ts";
import type { KeyRecord } from "./keySet.ts";

/** The two parts of a detached JWS (RFC 7515, appendix F), still in base64url, and the key it names. */
export interface DetachedSignature {
  readonly kid: string;
  readonly header: string;
  readonly signature: string;
}

/** The one spelling of the header there is for a key: `{"alg":"EdDSA","kid":"..."}`. */
function signatureHeader(kid: string): string {
  return base64url.encode(canonicalBytes({ alg: "EdDSA", kid }));
}

/**
 * Takes a detached JWS apart. Nothing but the one header is read: no other algorithm, no `crit`, no `b64`, no key inside. A
 * signature is 64 bytes in the one spelling base64url has for them, with no bits left over.
 */
export function readDetached(text: string): DetachedSignature | null {
  const [header = "", payload, signature = "", ...more] = text.split(".");
  if (payload !== "" || more.length > 0 || !isSpelledOnce(signature, 64)) return null;
  const kid = namedKey(header);
  return kid === null || header !== signatureHeader(kid) ? null : { kid, header, signature };
}

function isSpelledOnce(text: string, bytes: number): boolean {
  const decoded = decode(text);
  return decoded !== null && decoded.length === bytes && base64url.encode(decoded) === text;
}

function namedKey(header: string): string | null {
  const kid = /^\{"alg":"EdDSA","kid":"([^"]*)"\}$/.exec(new TextDecoder().decode(decode(header) ?? undefined))?.[1];
  return keyId.safeParse(kid).data ?? null;
}

function decode(text: string): Uint8Array | null {
  try {
    return base64url.decode(text);
  } catch {
    return null;
  }
}

/** Whether a key made a detached signature over bytes. */
export async function isSignedBy(key: KeyRecord, { header, signature }: DetachedSignature, bytes: Uint8Array) {
  const jws = { protected: header, payload: base64url.encode(bytes), signature };
  try {
    await flattenedVerify(jws, await importedKey(key), { algorithms: ["EdDSA"] });
    return true;
  } catch {
    return false;
  }
}

const importedKey = once(async ({ x }: KeyRecord) => importJWK({ kty: "OKP", crv: "Ed25519", x }, "EdDSA"));
