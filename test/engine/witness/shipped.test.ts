import { describe, expect, test } from "vitest";
import { everyTest, type GuidelineProgram, rootsOf } from "../../../engine/ir/index.ts";
import { readSet } from "../../../engine/set/index.ts";
import { complement, isEmpty, isSubset, type ValueSet } from "../../../engine/values/index.ts";
import { realise, replay } from "../../../engine/witness/index.ts";
import { filesOf, shippedSets } from "../../guidelines/shippedSet.ts";

/** Both sides of every test of a program: the values that satisfy it, and the others. */
function sides(program: GuidelineProgram): readonly (readonly [quantity: string, values: ValueSet])[] {
  const domains = new Map(program.quantities.map(({ id, domain }) => [id, domain]));
  const all = everyTest(rootsOf(program)).flatMap(({ quantity, values }) =>
    [values, complement(values, domains.get(quantity) ?? [])].map((side) => [quantity, side] as const),
  );
  const possible = all.filter(([, values]) => !isEmpty(values));
  return [...new Map(possible.map((side) => [JSON.stringify(side), side])).values()];
}

describe.each(shippedSets)("The tests of the shipped set %s", (name) => {
  const { guidelines } = readSet(filesOf(name)).value;

  test.each(guidelines)("$path come out either way in some case", ({ guideline, compiled: { program } }) => {
    const request = { id: "witness.yaml", title: "A witness", summary: "", service: guideline.services[0]?.key ?? "" };
    const failed = sides(program).flatMap(([quantity, values]) => {
      const found = realise([{ guideline, program, wanted: new Map([[quantity, values]]) }], request);
      if (found.kind === "impossible") return [`${quantity}: none found`];
      const left = replay(guideline, program, found.case).information.quantities.get(quantity)?.values ?? [];
      return isSubset(left, values) ? [] : [`${quantity}: left as ${JSON.stringify(left)}`];
    });
    expect(failed).toEqual([]);
  });
});
