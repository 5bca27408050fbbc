import type { Fact } from "../../dsl/index.ts";
import type { GuidelineProgram } from "../../engine/ir/index.ts";
import { meaningOf } from "../../engine/logic/index.ts";

/** What a guideline means, as text to compare. */
export function meaningText(program: GuidelineProgram, facts: readonly Fact[]): string {
  return JSON.stringify(meaningOf(program, facts).value, null, 1);
}
