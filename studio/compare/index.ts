export { directionWords } from "./directions.ts";
