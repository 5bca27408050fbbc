export { type Coming, requests } from "./cases.ts";
export { ask, load, type Load, type Served, start } from "./load.ts";
