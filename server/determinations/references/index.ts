export { inBatches } from "./inBatches.ts";
export { readReference, type ReferencePage, readReferences } from "./readReferences.ts";
export { type Reference, shownReference } from "./reference.ts";
export { type Kept, referenceWriter } from "./writeReferences.ts";
