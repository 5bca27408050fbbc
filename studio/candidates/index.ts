export { CandidateDialog } from "./CandidateDialog.tsx";
export { rememberDecision } from "./decidedHere.ts";
