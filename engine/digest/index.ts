export { canonicalText } from "./canonical.ts";
export { canonicalBytes, digestOf, sha256Hex } from "./digest.ts";
