import { letterDocx } from "./docx.ts";
import { letterFor, type LetterWanted, type Unwritten } from "./letterFor.ts";
import { letterPdf } from "./pdf.ts";

export interface Written {
  readonly kind: "written";
  readonly bytes: Uint8Array;
}

/** A letter as a file. It takes long of a long set: not on the thread that answers everybody. */
export async function writeLetter(wanted: LetterWanted, format: "docx" | "pdf"): Promise<Written | Unwritten> {
  const letter = letterFor(wanted);
  if ("kind" in letter) return letter;
  return { kind: "written", bytes: await (format === "docx" ? letterDocx(letter) : letterPdf(letter)) };
}
