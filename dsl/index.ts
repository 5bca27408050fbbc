export * from "./diagnostic/index.ts";
export * from "./language/index.ts";
export * from "./semantics/index.ts";
export * from "./source/index.ts";
export { format } from "./syntax/index.ts";
