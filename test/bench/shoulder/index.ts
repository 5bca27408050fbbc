export { shoulderCases } from "./cases.ts";
export { shoulderGuideline } from "./guideline.ts";
