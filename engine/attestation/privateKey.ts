import { z } from "zod";
import { decodeJson, type Form } from "./canonical.ts";

const ofOneKey = z.looseObject({ d: z.string() });
const ofSeveral = z.looseObject({
  keys: z.array(z.unknown()).refine((keys) => keys.some((key) => ofOneKey.safeParse(key).success)),
});
const form: Form = { what: "The key", is: "a private key", schema: "precept/key/1", remedy: "" };

/** PEM says in its first line what it is (RFC 7468). */
const pemLine = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const HEAD = 4096;

/** Whether bytes are a private key, in any form in which one is kept: of ours, a JWK or a set of them (RFC 8037, `d`), PEM. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  if (pemLine.test(new TextDecoder().decode(bytes.subarray(0, HEAD)))) return true;
  return decodeJson(bytes, z.union([ofOneKey, ofSeveral]), form).ok;
}
