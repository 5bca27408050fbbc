export { readReleases, type StoredRelease, type StoredReleases } from "./readReleases.ts";
