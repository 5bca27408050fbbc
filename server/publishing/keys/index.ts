export { readKeyFolder, writeKeyFolder } from "./keyFolder.ts";
export { type KeySecret, keySecret, readSecret, secretInFile } from "./keySecret.ts";
export type { KeptKey } from "./keptKey.ts";
export { isPairOf, makeSigningKey, signDetached, type SigningKey } from "./signingKey.ts";
export { keptKeys, publicKeys, writeKeys } from "./storedKeys.ts";
