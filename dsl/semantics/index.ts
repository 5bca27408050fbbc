export { analyse } from "./analyse.ts";
export type { AnalysedPart, Analysis, Neighbour, Neighbours } from "./analysis.ts";
export { anchors, relationPatterns } from "./anchors.ts";
export { caseDate, caseDates, isCaseDate } from "./caseDates.ts";
export { clausesBelow } from "./clauses.ts";
export { aCodeOf, codeDomain, codeSystems, codesInWords, systemAt } from "./codes/index.ts";
export { comparedAs } from "./comparable.ts";
export { comparisonTests } from "./comparisons.ts";
export { codeListTests } from "./codeListPhrases.ts";
export { readDecimal } from "./decimal.ts";
export {
  type Beginning,
  beginnings,
  declaredAs,
  entryEnvironment,
  type Environment,
  type ListShape,
  type Named,
  type ServiceName,
} from "./environment.ts";
export { type Head, headOf } from "./head.ts";
export { answerNames, outcomeNames } from "./examples.ts";
export { dateField, mentions } from "./listMentions.ts";
export type { LiteralType } from "./literals.ts";
export type {
  Acceptance,
  AcceptedProblem,
  Arithmetic,
  Aspect,
  Assumption,
  Bound,
  Calculation,
  CodeList,
  Authority,
  Change,
  Definition,
  EvidenceOrder,
  Example,
  ExampleEntry,
  ExampleExpectation,
  ExampleList,
  Expression,
  Fact,
  Guideline,
  List,
  ListTest,
  Moment,
  Part,
  Policy,
  Overlay,
  Rank,
  RankCondition,
  Recommendation,
  SameTest,
  Reduction,
  Row,
  Requirement,
  Service,
  ServiceItem,
  Source,
  Stretch,
  Subset,
  Table,
  Test,
  Text,
  TimeWindow,
  TimeTested,
  Version,
  Written,
} from "./model.ts";
export { acceptedProblems } from "./model.ts";
export { nameKey, runText, splitAtCommas, wordKey, wordsText } from "./names.ts";
export { rolesIn } from "./needs.ts";
export { type Operator, operators, type Takes } from "./operators.ts";
export { documentationTests, patternsAfter } from "./phrases.ts";
export type { Use } from "./reading.ts";
export { type Rational, parseRational, printRational, rational, rationalOfFloat, rationals } from "./rational.ts";
export { readings } from "./readings.ts";
export { readValue } from "./readValue.ts";
export { bornOn, readStatedValue } from "./statedValue.ts";
export { siteTests } from "./sitePhrases.ts";
export {
  bodyLevels,
  levelNames,
  type Side,
  sides,
  type Site,
  siteDomain,
  type SiteParts,
  siteParts,
  sitesIn,
  sitesInWords,
  sitesLike,
} from "./sites/index.ts";
export { allBut, HIGHEST, LOWEST, NONE, type Range } from "./scaled.ts";
export { closest } from "./suggest.ts";
export {
  type Anchor,
  type Code,
  type CodeSystem,
  type EvidenceKind,
  evidenceKinds,
  type FactType,
  type Need,
  type TimeUnit,
  type TrialResponse,
  trialResponses,
  type Unit,
} from "./types.ts";
export { readUnit } from "./units.ts";
export { policies } from "./tables.ts";
export { readTableValue, type TableValue } from "./tableValue.ts";
export type { ReadValue, ValuePart } from "./valueParts.ts";
export { type View, viewsOf } from "./views.ts";
