export { coverage, covering, type CoverageOptions, type Missing, openSights } from "./coverage.ts";
export type { Coverage, CoveredCriterion, Obligation, ObligationState, SeenIn } from "./report.ts";
export { type CoverageFound, countsOfCoverage, coverageAsJson } from "./json.ts";
export type { Sight, SightClaim } from "./sight.ts";
export { isAlwaysKnown } from "./alwaysKnown.ts";
