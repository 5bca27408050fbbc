export { DecisionTab } from "./DecisionTab.tsx";
