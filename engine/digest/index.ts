export { canonicalBytes, canonicalText, digestOf, sha256Hex } from "./digest.ts";
