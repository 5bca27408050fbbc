export { listCandidates } from "./candidates.ts";
export { decide, type Deciding } from "./decide.ts";
export { makeCaseOf, type MakingCase } from "./makeCase.ts";
export { withDecisions } from "./recorded.ts";
