import * as fc from "fast-check";
import type { Known } from "../../engine/evaluate/index.ts";
import type { GuidelineProgram, Quantity } from "../../engine/ir/index.ts";
import { holds, intersect, normalise, one, type ValueSet } from "../../engine/values/index.ts";
import { most } from "./guidelines.ts";

/** Every value that matters of a quantity of a generated guideline. */
export function valuesIn(set: ValueSet): readonly number[] {
  return Array.from({ length: most + 3 }, (_, index) => index - 1).filter((value) => holds(set, value));
}

/** Information sets for a program: documented quantities hold one value, the others some or all. */
export function knownFor(program: GuidelineProgram): fc.Arbitrary<Known> {
  return fc
    .tuple(...program.quantities.map(informationOn))
    .map((sets) => asKnown(program.quantities.map(({ id }, index) => [id, sets[index] ?? []])));
}

export function asKnown(sets: Iterable<readonly [string, ValueSet]>): Known {
  return { quantities: new Map([...sets].map(([id, values]) => [id, { values, reason: null }])) };
}

/** The case with one more thing known. */
export function narrowed(known: Known, quantity: string, values: ValueSet): Known {
  const before = known.quantities.get(quantity)?.values ?? [];
  return {
    quantities: new Map(known.quantities).set(quantity, { values: intersect(before, values), reason: null }),
  };
}

function informationOn({ domain }: Quantity): fc.Arbitrary<ValueSet> {
  const values = valuesIn(domain);
  const some = fc.subarray([...values], { minLength: 1 }).map((chosen) => normalise(chosen.map(pointAt)));
  return fc.oneof(fc.constantFrom(...values).map(one), some, fc.constant(domain));
}

function pointAt(value: number) {
  return { low: value, high: value };
}
