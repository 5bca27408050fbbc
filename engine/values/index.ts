export {
  addMonths,
  completedYears,
  daysOfDate,
  epochDays,
  halfMonthsFrom,
  isoDate,
  wholeMonthsBetween,
} from "./calendar.ts";
export type {
  Answer,
  Case,
  CaseDocument,
  CaseEntry,
  CaseFact,
  CaseList,
  Evidence,
  Expectation,
  Outcome,
  Rebuttal,
  RequestedService,
  Review,
  ReviewerDecision,
  StatedValue,
  Statement,
} from "./case.ts";
export { domainOf } from "./domains.ts";
export type {
  FactEvidence,
  Information,
  InformationSets,
  NotDocumentedReason,
  WeighedStatement,
} from "./information.ts";
export {
  between,
  complement,
  highest,
  holds,
  hull,
  intersect,
  intersects,
  isEmpty,
  isSubset,
  lowest,
  normalise,
  one,
  onlyValue,
  subtract,
  union,
  type ValueSet,
} from "./valueSet.ts";
export { keptByText, once, oncePerText } from "./once.ts";
export { firstAtLeast, segmentsWithin } from "./segments.ts";
export { daysOfWindow } from "./window.ts";
