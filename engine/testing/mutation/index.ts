export type { Mutant } from "./mutants.ts";
export { type Fate, type MutantMet, type Mutation, type MutationOptions, mutate } from "./mutate.ts";
export type { Shown } from "./showing.ts";
export { type Tally, tallyOf } from "./tally.ts";
