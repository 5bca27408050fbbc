export { entryText, valueText } from "./statedValue.ts";
