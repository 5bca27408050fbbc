import { randomBytes, scryptSync } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { compactDecrypt, CompactEncrypt } from "jose";
import { createSecretly } from "../../folders/index.ts";

/** Keeps private keys so that the database alone does not give them away. */
export interface KeySecret {
  readonly seal: (text: string) => Promise<string>;
  /** `null`: sealed with another secret, or changed since. */
  readonly open: (sealed: string) => Promise<string | null>;
}

/** JWE (RFC 7516) with A256GCM, under a key that scrypt (RFC 7914) makes of the secret. */
export function keySecret(secret: string): KeySecret {
  const key = scryptSync(secret, "precept/key-secret/1", 32);
  const encoder = new TextEncoder();
  return {
    seal: (text) =>
      new CompactEncrypt(encoder.encode(text)).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(key),
    open: async (sealed) => {
      try {
        const options = { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] };
        return new TextDecoder().decode((await compactDecrypt(sealed, key, options)).plaintext);
      } catch {
        return null;
      }
    },
  };
}

/** The secret in a file that only this account may read; it is made where there is none. */
export async function secretInFile(path: string): Promise<string> {
  const found = await readSecret(path);
  if (found !== null) return found;
  const made = randomBytes(32).toString("base64url");
  await mkdir(dirname(path), { recursive: true });
  if (await createSecretly(path, `${made}\n`)) return made;
  return secretInFile(path);
}

/** The secret in a file; `null`: there is none. */
export async function readSecret(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
