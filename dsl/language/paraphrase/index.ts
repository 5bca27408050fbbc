export { criterionInWords, valueInWords } from "./criterionInWords.ts";
export { type ParaphraseForm, paraphrase } from "./paraphrase.ts";
export { type ReadBack, readBack, type SaidLine, type SaidPiece, type Unread } from "./readBack.ts";
