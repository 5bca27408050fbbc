export { type ParaphraseForm, paraphrase } from "./paraphrase.ts";
