export { factLines } from "./factLines.ts";
export { FactTable } from "./FactTable.tsx";
