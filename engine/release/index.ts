export type { ArchiveFile } from "./archive.ts";
export {
  archiveStem,
  buildRelease,
  type EngineBundle,
  type Objection,
  type Publishing,
  type Release,
  type ReleaseCandidate,
} from "./build.ts";
export { candidateOf } from "./candidate.ts";
export {
  type Approval,
  type Gate,
  type GateFacts,
  type GateName,
  gateNames,
  gatesOf,
  isWaivable,
  mayPass,
} from "./gates.ts";
export { ARCHIVE_LIMIT, FILE_LIMIT, FILES_LIMIT } from "./limits.ts";
export { type MeaningPart, meaningOfSet } from "./meaning.ts";
export { filesDigest, type ReleaseManifest } from "./manifest.ts";
export { type FileKind, kindOf, nameProblem, setPathProblem } from "./setPath.ts";
export { type Verified, verifyRelease } from "./verify.ts";
export { type Identity, identify, latestOf, stepBetween } from "./version.ts";
