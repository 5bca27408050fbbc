export { criteriaInWords } from "./criteriaList.ts";
export type { Tree } from "./draw.ts";
export { type Group, groupWords, type Outline, type Recorded, recommends } from "./outline.ts";
export { subject, topic } from "./phrases.ts";
export { type LimitOutline, scopeOutline, type ServiceOutline, serviceOutline } from "./serviceOutline.ts";
export { ifOrFor, rowValue, tableValuesInWords } from "./tableWords.ts";
