export { CasesPart } from "./CasesPart.tsx";
