export { type Published, publishSet } from "./publish.ts";
export { readReleases, releasesFolder, type StoredRelease, type StoredReleases } from "./readReleases.ts";
