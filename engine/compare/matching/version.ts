import type { Guideline } from "../../../dsl/index.ts";
import { type GuidelineProgram, lower } from "../../ir/index.ts";
import type { SetGuideline } from "../../set/index.ts";
import { calledAsNow, type Renames } from "./calledAsNow.ts";

/** A guideline as one side of a comparison: the earlier one with its facts called as now, so that names mean the same. */
export interface Version {
  readonly of: SetGuideline;
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
  /** From the ids of its quantities to those they have in the guideline as it is written. */
  readonly written: ReadonlyMap<string, string>;
}

export function version(of: SetGuideline, renames: Renames = new Map()): Version {
  const { guideline, compiled } = of;
  if (renames.size === 0) return { of, guideline, program: compiled.program, written: idsOf(of, compiled.program) };
  const called = calledAsNow(guideline, renames);
  const program = lower(called);
  return { of, guideline: called, program, written: idsOf(of, program) };
}

/** Both come from one guideline, so their quantities stand in one order. */
function idsOf({ compiled }: SetGuideline, { quantities }: GuidelineProgram): ReadonlyMap<string, string> {
  return new Map(quantities.map(({ id }, at) => [id, compiled.program.quantities[at]?.id ?? id]));
}
