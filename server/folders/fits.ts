import { FILE_LIMIT } from "../../engine/release/index.ts";
import type { Refusal } from "./result.ts";
import { tooLarge } from "./text.ts";

/** Why a text cannot be that of a file of a set; `null` when it can. */
export function unfitText(text: string): Refusal | null {
  const bytes = Buffer.byteLength(text);
  if (bytes > FILE_LIMIT) return { kind: "too large", detail: tooLarge(bytes) };
  if (text.includes("\0")) return { kind: "not text", detail: "The text holds a NUL character." };
  return text.isWellFormed() ? null : { kind: "not text", detail: "The text holds half of a surrogate pair." };
}
