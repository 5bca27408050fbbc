export { subjects, type Subject } from "./subjects.ts";
export { wholeGuidelines } from "./guidelines.ts";
export { rewritingNames, rewritten, saidBy } from "./sameMeaning.ts";
