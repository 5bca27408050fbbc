import { definitionOf, type Formula, type GuidelineProgram } from "../ir/index.ts";

/** A criterion that suffices by itself, as what it requires. */
export interface Alternative {
  readonly formula: Formula;
  readonly required: readonly Formula[];
}

/** What a formula takes one of: named criteria are looked into. */
export function alternativesOf(program: GuidelineProgram, formula: Formula): readonly Alternative[] {
  if (formula.table !== undefined) return [];
  if (formula.kind === "criterion") return alternativesOf(program, definitionOf(program, formula.definition));
  if (formula.kind === "any" && formula.clause === undefined)
    return formula.operands.flatMap((each) => alternativesOf(program, each));
  return [{ formula, required: requiredBy(program, formula) }];
}

/** What a formula requires: named criteria are looked into. */
function requiredBy(program: GuidelineProgram, formula: Formula): readonly Formula[] {
  if (formula.table !== undefined) return [formula];
  if (formula.kind === "criterion") return requiredBy(program, definitionOf(program, formula.definition));
  return formula.kind === "all" ? formula.operands.flatMap((each) => requiredBy(program, each)) : [formula];
}
