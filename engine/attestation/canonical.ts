import { z } from "zod";
import { canonicalBytes } from "../digest/index.ts";

/** What was read, or the sentence that says why it was not. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/** What a file is meant to be, in the words of its refusal. */
export interface Form {
  /** `The log` */
  readonly what: string;
  /** `a log of releases` */
  readonly is: string;
  /** The name of the form that is read; `null`: it has none. */
  readonly schema: string | null;
  /** A sentence: where a right one is had. */
  readonly remedy: string;
}

/** More is never read: a log of a hundred thousand releases has half of it. */
const JSON_LIMIT = 64 * 1024 * 1024;

/**
 * Reads JSON that must be in exactly its RFC 8785 form. No two texts then say the same, so that nothing can be changed
 * without changing what is said: neither white space nor escapes, neither the order of keys nor a key that stands twice.
 */
export function decodeCanonical<T>(bytes: Uint8Array, schema: z.ZodType<T>, form: Form): Decoded<T> {
  const read = decodeJson(bytes, schema, form);
  if (!read.ok) return read;
  return isSame(canonicalBytes(read.value), bytes)
    ? read
    : refused(`${form.what} is not in the one form it is written in (RFC 8785): it was written anew. ${form.remedy}`);
}

/** Reads JSON that a person or another program may have written in any form. */
export function decodeJson<T>(bytes: Uint8Array, schema: z.ZodType<T>, form: Form): Decoded<T> {
  if (bytes.length > JSON_LIMIT) return refused(`${form.what} is larger than any.`);
  const json = parse(bytes);
  if (json === undefined) return refused(`${form.what} is not JSON in UTF-8. ${form.remedy}`);
  const decoded = schema.safeParse(json);
  return decoded.success ? { ok: true, value: decoded.data } : refused(misfit(form, json, decoded.error));
}

function refused<T>(problem: string): Decoded<T> {
  return { ok: false, problem };
}

/** What a file is instead, where it says so; else where it goes wrong. */
function misfit({ what, is, schema, remedy }: Form, json: unknown, { issues: [issue] }: z.ZodError): string {
  const named = namedSchema.safeParse(json);
  if (named.success && named.data.schema !== schema) {
    const other = named.data.schema;
    if (familyOf(other) !== familyOf(schema ?? "")) return `This is a \`${other}\`, not ${is}. ${remedy}`;
    return `${what} is of the form \`${other}\`, and this version reads \`${schema}\` alone: ask the version that wrote it.`;
  }
  const place = issue?.path.join(".") ?? "";
  const where = place === "" ? "" : `: it goes wrong at \`${place}\``;
  // What we say ourselves is a part of a sentence; what the library says is for programmers.
  const why = issue?.code === "custom" ? ` (${issue.message})` : "";
  return `${what} is not ${is}${where}${why}. ${remedy}`;
}

const namedSchema = z.looseObject({ schema: z.string().regex(/^precept\/[a-z-]{1,40}\/\d{1,4}$/) });

const familyOf = (schema: string): string => schema.replace(/\d+$/, "");

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
