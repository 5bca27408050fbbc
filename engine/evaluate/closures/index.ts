export { type CompiledGuideline, closures } from "./closures.ts";
