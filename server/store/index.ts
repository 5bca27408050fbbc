export { type Database, type DatabasePlace, openDatabase, type Tables } from "./database/index.ts";
