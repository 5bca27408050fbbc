export { type PlacedDiagnostic, placedDiagnosticSchema } from "./diagnostic.ts";
export { type LetterRequest, letterRequestSchema } from "./letters.ts";
export { PROBLEM_TYPE, type Problem, problemSchema } from "./problem.ts";
export {
  type PublishRefused,
  publishRefusedSchema,
  type Release,
  type ReleaseList,
  releaseListSchema,
  releaseSchema,
  type ReleaseTexts,
  releaseTextsSchema,
} from "./releases.ts";
export { actorSchema, type Credential, credentialSchema, roleSchema, type Session, sessionSchema } from "./session.ts";
export {
  type GuidelineSetFolder,
  guidelineSetSchema,
  type SetFile,
  type SetList,
  type SetSummary,
  type StaleProblem,
  setFileSchema,
  setListSchema,
  setSummarySchema,
  staleSchema,
  type WriteRequest,
  type Written,
  writeRequestSchema,
  writtenSchema,
} from "./sets.ts";
