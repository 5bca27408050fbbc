/**
 * The engine as a release carries it: `engine.js` is this module with all it rests on. What it exports is frozen, so that a later
 * host can open the engine of any earlier release.
 */
export { engineVersion as version } from "../version.ts";
export { open, type OpenSet } from "./opened.ts";

/** The version of what this module exports. */
export const schema = "precept/engine/1";
