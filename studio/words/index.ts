export { entryText, valueText } from "./statedValue.ts";
export { today } from "./today.ts";
export { versionReasons } from "./versionReasons.ts";
