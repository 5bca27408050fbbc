export { payloadFiles, stopped } from "./payloadFiles.ts";
export { setTexts } from "./comparison.ts";
export type { PayloadPart } from "./source.ts";
