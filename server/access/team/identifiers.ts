import { createHash } from "node:crypto";

/** Of what is looked up by a secret, the database keeps this: nobody who reads it can use a link. */
export async function hashIdentifier(identifier: string): Promise<string> {
  return createHash("sha256").update(identifier).digest("base64url");
}
