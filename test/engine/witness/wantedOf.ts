import { nameKey } from "../../../dsl/index.ts";
import { type Formula, type GuidelineProgram, definitionOf } from "../../../engine/ir/index.ts";
import { complement, intersect, type ValueSet } from "../../../engine/values/index.ts";

/** What has to be so of each quantity for definitions, which are single tests or all of several, to hold or (`not`) to fail. */
export function wantedOf(program: GuidelineProgram, wanted: readonly string[]): ReadonlyMap<string, ValueSet> {
  const sets = new Map<string, ValueSet>();
  for (const each of wanted) {
    const [, not, name = ""] = /^(not )?(.+)$/.exec(each) ?? [];
    for (const [quantity, values] of testsOf(program, definitionOf(program, nameKey(name)), not === undefined))
      sets.set(quantity, intersect(sets.get(quantity) ?? values, values));
  }
  return sets;
}

/** The quantities that definitions test. */
export function quantitiesOf(program: GuidelineProgram, names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) => testsOf(program, definitionOf(program, nameKey(name)), true).map(([id]) => id)),
  );
}

function testsOf(
  program: GuidelineProgram,
  formula: Formula,
  holds: boolean,
): readonly (readonly [string, ValueSet])[] {
  if (formula.kind === "criterion") return testsOf(program, definitionOf(program, formula.definition), holds);
  if (formula.kind === "not") return testsOf(program, formula.operand, !holds);
  if (formula.kind === "all" && holds) return formula.operands.flatMap((each) => testsOf(program, each, true));
  if (formula.kind !== "test") throw new Error(`${formula.text} is not one test`);
  const domain = program.quantities.find(({ id }) => id === formula.quantity)?.domain ?? [];
  return [[formula.quantity, holds ? formula.values : complement(formula.values, domain)]];
}
