export { solveList } from "./solveList.ts";
