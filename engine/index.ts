export * from "./determine/index.ts";
export * from "./evaluate/index.ts";
export * from "./ir/index.ts";
export * from "./letter/index.ts";
export * from "./logic/index.ts";
export * from "./testing/index.ts";
export * from "./values/index.ts";
