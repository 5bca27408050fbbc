import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { FILE_LIMIT } from "../../engine/release/index.ts";

/** A file's bytes as text, or why they are none. `text` keeps a byte order mark, so that writing it back changes nothing. */
export type Decoded =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: string };

/** The strong validator of exactly these bytes. */
export function etagOf(bytes: Uint8Array | string): string {
  return `"${createHash("sha256").update(bytes).digest("hex")}"`;
}

export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > FILE_LIMIT) return { text: null, problem: tooLarge(bytes.length) };
  if (bytes.includes(0))
    return {
      text: null,
      problem: "This is not a text file: it holds a NUL byte.",
    };
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      problem: null,
    };
  } catch {
    return {
      text: null,
      problem: `This is not UTF-8 text: byte ${firstInvalidByte(bytes)} begins no character.`,
    };
  }
}

/** A file as text. What is too large is not read, what cannot be opened is said so. */
export async function readTextFile(path: string): Promise<Decoded> {
  try {
    const { size } = await stat(path);
    return size > FILE_LIMIT ? { text: null, problem: tooLarge(size) } : decodeText(await readFile(path));
  } catch {
    return { text: null, problem: "This file cannot be opened." };
  }
}

export function tooLarge(bytes: number): string {
  return `This file has ${megabytes(bytes)} MB; a file of a guideline set has at most ${megabytes(FILE_LIMIT)} MB.`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** Offset of the first character that is no UTF-8, by asking the decoder in halves. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let end = bytes.length;
  while (valid < end) {
    const middle = Math.ceil((valid + end) / 2);
    if (beginningOf(bytes.subarray(0, middle)) === null) end = middle - 1;
    else valid = middle;
  }
  return Buffer.byteLength(beginningOf(bytes.subarray(0, valid)) ?? "");
}

/** The whole characters of bytes that may be cut off within one; `null` when they begin no UTF-8 text. */
function beginningOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
