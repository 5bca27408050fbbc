import type { z } from "zod";
import { canonicalBytes } from "../digest/index.ts";

/** What was read, or the sentence that says why it was not. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** More is never read: a log of a hundred thousand releases has half of it. */
const JSON_LIMIT = 64 * 1024 * 1024;

/**
 * Reads JSON that must be in exactly its RFC 8785 form. No two texts then say the same, so that nothing can be changed
 * without changing what is said: neither white space nor escapes, neither the order of keys nor a key that stands twice.
 */
export function decodeCanonical<T>(bytes: Uint8Array, schema: z.ZodType<T>, what: string): Decoded<T> {
  const read = decodeJson(bytes, schema, what);
  if (!read.ok) return read;
  return isSame(canonicalBytes(read.value), bytes)
    ? read
    : { ok: false, problem: `${what} is not in the one form it is written in (RFC 8785).` };
}

/** Reads JSON that a person or another program may have written in any form. */
export function decodeJson<T>(bytes: Uint8Array, schema: z.ZodType<T>, what: string): Decoded<T> {
  if (bytes.length > JSON_LIMIT) return { ok: false, problem: `${what} is larger than any.` };
  const json = parse(bytes);
  if (json === undefined) return { ok: false, problem: `${what} is not JSON in UTF-8.` };
  const decoded = schema.safeParse(json);
  if (decoded.success) return { ok: true, value: decoded.data };
  const [issue] = decoded.error.issues;
  const place = issue?.path.join(".") ?? "";
  return { ok: false, problem: `${what} is none: ${place === "" ? "" : `\`${place}\`: `}${issue?.message ?? ""}.` };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
