import type { Diagnostic } from "../../../dsl/index.ts";
import { problem } from "./problem.ts";

/** Largest file that is read, in UTF-16 units: a long record with every quote is about 50,000. */
const LARGEST = 1_000_000;

/** Controls that no text holds (all but tab, LF and CRLF), characters of a broken encoding, and those that reorder a line. */
const foreign =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd\u202a-\u202e\u2066-\u2069]/u;
const lone = /\p{Surrogate}/u;

/** What makes a text unfit to be read at all; `null` when it is fit. */
export function unfit(file: string, text: string, largest: number = LARGEST): Diagnostic | null {
  return tooLarge(file, text, largest) ?? strangeIn(file, text);
}

function tooLarge(file: string, text: string, largest: number): Diagnostic | null {
  if (text.length <= largest) return null;
  const says = `This file is too large: ${characters(text.length)}.`;
  return problem(file, "E0602", { start: 0, end: 0 }, says, {
    hint: `One such file holds at most ${characters(largest)}. Quote what matters of a document, not the whole of it.`,
  });
}

function characters(count: number): string {
  return count < LARGEST
    ? `${count.toLocaleString("en")} characters`
    : `${(count / LARGEST).toFixed(1)} million characters`;
}

/** The first character of a text that is none; `null` when there is none such. */
export function strangeIn(file: string, text: string): Diagnostic | null {
  const at = firstOf(text.search(foreign), text.search(lone));
  if (at < 0) return null;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  const span = { start: at, end: at + 1 };
  return problem(file, "E0604", span, `A character that is not text stands here (U+${code}).`, {
    hint: adviceFor(code),
  });
}

function firstOf(one: number, other: number): number {
  if (one < 0 || other < 0) return Math.max(one, other);
  return Math.min(one, other);
}

function adviceFor(code: string): string {
  if (/^20|^2[01]6/.test(code)) return "It is invisible and changes the order in which a line is shown. Delete it.";
  if (code === "000D") return "Lines end with LF or CRLF. Save the file with one of them.";
  return "Either this is not a text file, or it was saved in another encoding. Save it as UTF-8.";
}
