export { enclose } from "./enclose.ts";
export { loadModule } from "./loadModule.ts";
