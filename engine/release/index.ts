export type { ArchiveFile } from "./archive.ts";
export {
  buildRelease,
  type Earlier,
  type EngineBundle,
  type Making,
  nothingEarlier,
  type Objection,
  type Publishing,
  type ReleaseCandidate,
} from "./build.ts";
export { candidateOf } from "./candidate.ts";
export { type Edition, editionAfter, editionInForce, isEverInForce } from "./editionInForce.ts";
export { ARCHIVE_LIMIT, FILE_LIMIT, FILES_LIMIT } from "./limits.ts";
export { filesDigest, type ReleaseManifest, setFiles } from "./manifest.ts";
export { archiveStem, type Release } from "./pack.ts";
export { type PayloadPart, setTexts } from "./payload/index.ts";
export { type Rebuilt, rebuild } from "./rebuild.ts";
export { type FileKind, kindOf, setFolderProblem, setPathProblem } from "./setPath.ts";
export { decodeManifest, type Verified, verifyRelease } from "./verify.ts";
export { type Identity, identify, isSameContent, latestOf } from "./version.ts";
