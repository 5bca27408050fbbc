export { type DatabaseProblem, databaseProblem, openingProblem } from "./problem.ts";
export { type Database, type DatabasePlace, openDatabase } from "./open.ts";
export type { Tables } from "./tables.ts";
