export { CasePane } from "./CasePane.tsx";
