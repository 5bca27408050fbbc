export { everyKind, nearlyCases } from "./cases.ts";
export { goodGuidelines } from "./guidelines.ts";
export { goodSets, manifest, type WrittenFile } from "./sets.ts";
