import { CompactEncrypt, compactDecrypt, errors } from "jose";
import type { Keeping } from "./keeping.ts";

/**
 * Seals a text: compact JWE (RFC 7516), `dir` with A256GCM. `of` says what is sealed, a digest or the id of a decision; it
 * stands in the protected header, so that one sealed text cannot be put in the place of another.
 */
export async function seal({ keys }: Keeping, of: string, text: string): Promise<string> {
  const [{ kid, bytes }] = keys;
  const header = { alg: "dir", enc: "A256GCM", kid, of, crit: ["of"] };
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(bytes, understood);
}

/** `null`: sealed with a key that is not at hand, of something else, or changed. */
export async function unseal({ keys }: Keeping, of: string, sealed: string): Promise<string | null> {
  for (const { bytes } of keys) {
    const text = await opened(bytes, of, sealed);
    if (text !== null) return text;
  }
  return null;
}

const understood = { crit: { of: true } };

async function opened(key: Uint8Array, of: string, sealed: string): Promise<string | null> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
      ...understood,
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return protectedHeader["of"] === of ? new TextDecoder("utf-8", { fatal: true }).decode(plaintext) : null;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
