export { nearest, nearestFew } from "./nearest.ts";
export { type Found, findPath, setAbove } from "./paths.ts";
export { type NamedText, readSources, type SetSource, type Sources } from "./sources.ts";
