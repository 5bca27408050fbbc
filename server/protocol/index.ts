export {
  attributedSchema,
  attributionRequestSchema,
  type Unattributed,
  unattributedSchema,
} from "./attribution.ts";
export {
  AUDIT_PAGE,
  type AuditEntry,
  type AuditPage,
  type AuditVerification,
  auditPageSchema,
  auditVerificationSchema,
} from "./audit.ts";
export {
  type Acknowledgment,
  type AcknowledgmentRequest,
  acknowledgmentRequestSchema,
  type Change,
  type ChangeList,
  type ChangeRequest,
  type ChangeStatus,
  type ChangeSummary,
  changeListSchema,
  changeRequestSchema,
  changeSchema,
  changeStatusSchema,
  type RollbackAnswer,
  type RollbackRequest,
  type Round,
  type RoundRequest,
  rollbackAnswerSchema,
  rollbackRequestSchema,
  roundRequestSchema,
} from "./changes.ts";
export {
  anchorSchema,
  type Comment,
  type CommentAnchor,
  type CommentList,
  type CommentRequest,
  type CommentStanding,
  COMMENTS_LIMIT,
  COMMENTS_PAGE,
  commentListSchema,
  commentRequestSchema,
  commentSchema,
  type ResolutionRequest,
  resolutionRequestSchema,
} from "./comments.ts";
export type { ComparedService, ComparedSets, ComparedTransition } from "./comparisons.ts";
export { type PlacedDiagnostic, placedDiagnosticSchema } from "./diagnostic.ts";
export {
  type Due,
  type DueList,
  dueListSchema,
  type YearlyReviewRequest,
  yearlyReviewRequestSchema,
} from "./due.ts";
export { type Gate, gateNameSchema } from "./gates.ts";
export { type LetterRequest, letterRequestSchema } from "./letters.ts";
export {
  type ChangedExpectation,
  type FileDiff,
  type Plan,
  type PlanProgress,
  planProgressSchema,
  planSchema,
} from "./plans.ts";
export { PROBLEM_TYPE, type Problem, problemSchema } from "./problem.ts";
export {
  type Release,
  type ReleaseList,
  releaseListSchema,
  releaseSchema,
  type ReleaseTexts,
  releaseTextsSchema,
} from "./releases.ts";
export { type RoundTexts, roundTextsSchema } from "./roundTexts.ts";
export {
  type Credential,
  credentialSchema,
  type Role,
  roleSchema,
  type Session,
  sessionSchema,
} from "./session.ts";
export {
  type GuidelineSetFolder,
  guidelineSetSchema,
  newSetSchema,
  type NewSet,
  removalRequestSchema,
  removedSchema,
  type RemovedSet,
  type SetFile,
  type SetList,
  type SetSummary,
  type StaleProblem,
  setFileSchema,
  setListSchema,
  staleSchema,
  type WriteRequest,
  type Written,
  writeRequestSchema,
  writtenSchema,
} from "./sets.ts";
export {
  type ApprovalRequest,
  approvalRequestSchema,
  type ReleaseRequest,
  type RetirementRequest,
  releaseRequestSchema,
  retirementRequestSchema,
  type Signing,
  type WaiverRequest,
  waiverRequestSchema,
} from "./signings.ts";
export {
  addedPersonSchema,
  administrationSchema,
  madeTokenSchema,
  newPersonSchema,
  type NewPerson,
  newTokenSchema,
  oneTimeLinkSchema,
  type OneTimeLink,
  peopleSchema,
  type Person,
  personChangeRequestSchema,
  personNameSchema,
  personRequestSchema,
  type PersonChange,
  type Token,
  tokensSchema,
} from "./people.ts";
export {
  atProviderSchema,
  newPasswordSchema,
  passwordByLinkSchema,
  sentToSchema,
  type SignIn,
  signInSchema,
} from "./signIn.ts";
export {
  type History,
  historySchema,
  type Revision,
  type RevisionText,
  revisionTextSchema,
} from "./history.ts";
export {
  conflictsSchema,
  type Pulled,
  type PushRequest,
  pulledSchema,
  pushedSchema,
  pushRequestSchema,
} from "./push.ts";
export {
  type CaseProblem,
  caseProblemSchema,
  determinationOutcomesSchema,
  type DeterminationOutcomes,
  type DeterminationRecord,
  determinationRecordSchema,
  type DeterminationRequest,
  determinationRequestSchema,
  refusedCaseSchema,
  type Unknown,
  unknownSchema,
} from "./determinations.ts";
export {
  type Candidate,
  candidateCaseRequestSchema,
  type CandidateCaseRequest,
  type CandidateList,
  candidateListSchema,
  candidateSchema,
  type Decided,
  decidedSchema,
  type DecisionRecord,
  decisionRecordSchema,
  type DecisionRequest,
  decisionRequestSchema,
  type OverrideKind,
  overrideKindSchema,
} from "./decisions.ts";
export {
  type DecidedReference,
  decidedReferenceSchema,
  type DeterminationList,
  determinationListSchema,
  determinationQuerySchema,
  type DeterminationReference,
  type RecordedDecision,
} from "./references.ts";
export { said } from "./said.ts";
export {
  type ComparisonRequest,
  comparisonRequestSchema,
  type ThenAndNowAnswer,
  thenAndNowSchema,
} from "./editions.ts";
export {
  keyListSchema,
  keyRequestSchema,
  keyRevocationRequestSchema,
  logConsistencySchema,
  logEntriesSchema,
  logHeadSchema,
} from "./log.ts";
