export { FactTable } from "./FactTable.tsx";
