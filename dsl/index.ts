export type * from "./diagnostic/index.ts";
export { cover, type Span } from "./source/index.ts";
export * from "./semantics/index.ts";
