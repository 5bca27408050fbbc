export type { Assignment } from "./assignment.ts";
export { nameIn, type SpacePart } from "./sharedVariables.ts";
export { Space, type SpaceOptions } from "./space.ts";
