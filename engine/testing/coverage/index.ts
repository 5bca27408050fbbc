export { coverage, type CoverageOptions } from "./coverage.ts";
export type { Coverage, CoveredCriterion, Obligation, ObligationState, SeenIn } from "./report.ts";
