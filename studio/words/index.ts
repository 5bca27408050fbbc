export { gateWords } from "./gateWords.ts";
export { entryText, valueText } from "./statedValue.ts";
export { dayBefore, today } from "./today.ts";
export { versionReasons } from "./versionReasons.ts";
