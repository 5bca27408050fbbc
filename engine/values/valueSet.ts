import type { Range } from "../../dsl/index.ts";

/** A set of scaled values as sorted, disjoint, non-adjacent inclusive ranges. An information set is a non-empty one. */
export type ValueSet = readonly Range[];
