export { directionSentence, directionWords } from "./directions.ts";
