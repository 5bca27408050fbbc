export { type Analysed, analyseSet, analyseSources, shownIn } from "./analyseSources.ts";
export { type CaseInSet, readCaseInSet } from "./caseInSet.ts";
export { nearest, nearestFew } from "./nearest.ts";
export { type Found, findPath, setAbove } from "./paths.ts";
export { isAskedFor, type NamedText, readSources, type SetSource, type Sources } from "./sources.ts";
export { type TestedPart, testSources } from "./testSources.ts";
