import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalText } from "./canonical.ts";

/** RFC 8785: one sequence of bytes for one JSON value. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalText(value));
}

/** 64 small hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** `sha256:...` of a JSON value in canonical form. */
export function digestOf(value: unknown): string {
  return `sha256:${sha256Hex(canonicalBytes(value))}`;
}
