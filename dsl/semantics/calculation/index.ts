export { changeReadings } from "./change.ts";
export { comparisonReadings } from "./comparison.ts";
export { readCalculatedType, readCalculation } from "./definition.ts";
export { listChangeReadings } from "./listChange.ts";
