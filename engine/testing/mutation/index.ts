export { alsoSaying } from "./alsoSaying.ts";
export type { Mutant } from "./mutants.ts";
export { type Fate, type MutantMet, type Mutation, type MutationOptions, mutate, mutating } from "./mutate.ts";
export type { Shown } from "./showing.ts";
export { type Tally, tallyOf } from "./tally.ts";
export type { Subject } from "./subjects.ts";
export { type Variant, variantOf } from "./variants.ts";
