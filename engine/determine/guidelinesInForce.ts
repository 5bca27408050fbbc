import type { Guideline } from "../../dsl/index.ts";
import type { CompiledGuideline } from "../evaluate/index.ts";

/** What determining needs of a guideline set: its guidelines in the set's order, ready to answer. */
export interface GuidelinesInForce {
  readonly name: string;
  readonly guidelines: readonly GuidelineInSet[];
}

export interface GuidelineInSet {
  readonly guideline: Guideline;
  readonly compiled: CompiledGuideline;
}
