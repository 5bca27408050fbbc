export { entriesFor, solveList, type StatedList } from "./solveList.ts";
