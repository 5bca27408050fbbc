export { type AskedRows, askedRows, servicesOf, unaddressed } from "./askedFor.ts";
export { type CohortJudged, type CriterionJudged, judgeCohort, type ServiceJudged } from "./judgeCohort.ts";
export { type CohortTransition, outcomeCounts, transitionsBetween } from "./transitions.ts";
