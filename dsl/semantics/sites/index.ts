export { levels as bodyLevels } from "./levels.ts";
export { readLevel, readSite, type ReadSites } from "./read.ts";
export { type Side, type Site, sides, siteDomain, sitesIn, sitesLike } from "./space.ts";
export { levelNames, type SiteParts, siteParts } from "./split.ts";
export { sitesInWords } from "./words.ts";
