export * from "./diagnostic/index.ts";
export * from "./semantics/index.ts";
export * from "./source/index.ts";
