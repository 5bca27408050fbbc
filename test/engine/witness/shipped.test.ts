import { describe, expect, test } from "vitest";
import { everyTest, type GuidelineProgram, rootsOf } from "../../../engine/ir/index.ts";
import { readSet } from "../../../engine/set/index.ts";
import { complement, isEmpty, isSubset, type ValueSet } from "../../../engine/values/index.ts";
import { realise, replay } from "../../../engine/witness/index.ts";
import { filesOf, shippedSets } from "../../guidelines/shippedSet.ts";

/** Both sides of every test of facts: the values that satisfy it, and the others. */
function sides(program: GuidelineProgram): readonly (readonly [quantity: string, values: ValueSet])[] {
  const reduced = new Set(program.reductions.map(({ fact }) => fact.key));
  const stated = program.quantities.filter(({ fact }) => !reduced.has(fact));
  const domains = new Map(stated.map(({ id, domain }) => [id, domain]));
  const all = everyTest(rootsOf(program)).flatMap(({ quantity, values }) =>
    [values, complement(values, domains.get(quantity) ?? [])].map((side) => [quantity, side] as const),
  );
  const possible = all.filter(([quantity, values]) => domains.has(quantity) && !isEmpty(values));
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
