export { FactsTab } from "./FactsTab.tsx";
