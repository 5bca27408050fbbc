export { ask, load, type Load, type Served, start } from "./load.ts";
