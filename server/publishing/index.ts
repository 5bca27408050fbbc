export { areOpen, type GateFacts, gatesOf, isWaivable } from "./gates.ts";
export { type Published, publishSet } from "./publish.ts";
export {
  readReleases,
  readReleaseTexts,
  releasesFolder,
  type StoredRelease,
  type StoredReleases,
} from "./readReleases.ts";
