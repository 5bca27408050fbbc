export { letterDocx } from "./docx.ts";
export { letterPdf } from "./pdf.ts";
export type { LetterWanted, Unwritten } from "./letterFor.ts";
export { type Written, writeLetter } from "./writeLetter.ts";
