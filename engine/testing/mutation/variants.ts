import type { Expression, Guideline } from "../../../dsl/index.ts";
import type { GuidelineInSet } from "../../determine/index.ts";
import { closures, type CompiledGuideline } from "../../evaluate/index.ts";
import { type Formula, lower, type TestFormula } from "../../ir/index.ts";
import { asTaken } from "./asTaken.ts";
import type { Edit } from "./edit.ts";

/** A guideline with a mistake in it, ready to answer. */
export interface Variant extends GuidelineInSet {
  /** Where the mistake is how a test is read while it is open. */
  readonly taken: Taken | null;
}

export interface Taken {
  readonly test: TestFormula;
  /** Whether the test is taken to hold. */
  readonly as: boolean;
  /** In which it always does. */
  readonly always: CompiledGuideline;
}

/** `null`: the mistake would be noticed at once, for the guideline no longer compiles, or no case satisfies what it assumes. */
export function variantOf(own: GuidelineInSet, edit: Edit): Variant | null {
  const guideline = edit.apply();
  const { value: compiled } = closures.compile(lower(guideline), {}, own.compiled);
  if (compiled === null || compiled.contradicted({ quantities: new Map() }).length > 0) return null;
  if (edit.taken === undefined) return { guideline, compiled, taken: null };
  const test = formulaOf(own.guideline, edit.taken.test);
  if (test.kind !== "test") return null;
  return { ...asTaken(own, compiled, test), taken: { test, as: edit.taken.as, always: compiled } };
}

/** A criterion of a guideline as a formula over its quantities. */
function formulaOf(guideline: Guideline, criterion: Expression): Formula {
  const { span, text: name } = criterion;
  const asked = { name, key: probe, criterion, span, wording: null, citation: null, notes: [] };
  const { criteria } = lower({ ...guideline, definitions: [...guideline.definitions, asked] });
  return criteria.get(probe) ?? { kind: "constant", value: false, text: name, span };
}

/** No author can write this name. */
const probe = "(asked)";
