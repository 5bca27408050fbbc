import * as fc from "fast-check";
import type { Known } from "../../engine/evaluate/index.ts";
import { everyNode, type GuidelineProgram, type Quantity, rootsOf } from "../../engine/ir/index.ts";
import { holds, intersect, isEmpty, normalise, type ValueSet } from "../../engine/values/index.ts";
import { wholeGuidelines } from "../support/wholeLanguage/index.ts";
import { read, tried } from "./agreement.ts";
import { type Compiled, contenders, reference } from "./evaluators.ts";

/*
 * Guidelines in every form of the language at once, too large for their worlds to be listed: every evaluator against the
 * interpreter, on information sets around every threshold.
 */

interface Sampled {
  readonly text: string;
  readonly program: GuidelineProgram;
  readonly cases: readonly Known[];
}

const sampled: fc.Arbitrary<Sampled> = wholeGuidelines.chain((text) => {
  const { program } = read(text);
  return fc
    .array(knownFor(program), { minLength: 1, maxLength: 30, size: "max" })
    .map((cases) => ({ text, program, cases }));
});

function knownFor(program: GuidelineProgram): fc.Arbitrary<Known> {
  const edges = edgesOf(program);
  return fc
    .tuple(...program.quantities.map((quantity) => informationOn(quantity, edges.get(quantity.id) ?? [])))
    .map((sets) => ({
      quantities: new Map(program.quantities.map(({ id }, at) => [id, { values: sets[at] ?? [], reason: null }])),
    }));
}

/** Where the tests of a quantity begin and end. */
function edgesOf(program: GuidelineProgram): ReadonlyMap<string, readonly number[]> {
  const tests = everyNode(rootsOf(program)).flatMap((node) => (node.kind === "test" ? [node] : []));
  const byQuantity = Map.groupBy(tests, ({ quantity }) => quantity);
  return new Map(
    [...byQuantity].map(([quantity, all]) => [
      quantity,
      all.flatMap(({ values }) => values.flatMap(({ low, high }) => [low - 1, low, high, high + 1])),
    ]),
  );
}

function informationOn({ domain }: Quantity, edges: readonly number[]): fc.Arbitrary<ValueSet> {
  const values = edges.filter((value) => holds(domain, value));
  const [first] = values;
  if (first === undefined) return fc.constant(domain);
  const value = fc.constantFrom(...values);
  const interval = fc.tuple(value, value).map(([a, b]) => [{ low: Math.min(a, b), high: Math.max(a, b) }]);
  const some = fc.array(interval, { minLength: 1, maxLength: 2 }).map((ranges) => within(ranges.flat(), domain));
  const one = value.map((low) => [{ low, high: low }]);
  return fc.oneof({ arbitrary: one, weight: 3 }, some, fc.constant(domain));
}

function within(ranges: ValueSet, domain: ValueSet): ValueSet {
  const values = intersect(normalise(ranges), domain);
  return isEmpty(values) ? domain : values;
}

/** Gives the number of comparisons. */
export function checkSampled(numRuns: number, seed?: number): number {
  let comparisons = 0;
  const property = fc.property(sampled, ({ text, program, cases }) => {
    const expected = said(program, reference.compile(program), cases);
    for (const { name, compile } of contenders) {
      const own = said(program, compile(program), cases);
      const at = own.findIndex((line, index) => line !== expected[index]);
      if (at >= 0) throw new Error(`${name} answers\n${own[at]}\ninstead of\n${expected[at]}\n\n${text}`);
      comparisons += cases.length * (program.criteria.size + program.services.length);
    }
  });
  tried("the whole language at once", property, numRuns, seed);
  return comparisons;
}

/** A line for each case: what each criterion and each service comes to. */
function said(program: GuidelineProgram, compiled: Compiled, cases: readonly Known[]): readonly string[] {
  const keys = [...program.criteria.keys()];
  const answers = compiled.answers(keys, cases);
  const outcomes = program.services.map(({ service }) => compiled.outcomes(service, cases));
  return cases.map((_, at) =>
    [
      ...keys.map((key, index) => `${key}: ${answers[at]?.[index] ?? ""}`),
      ...program.services.map(({ service }, index) => `${service}: ${outcomes[index]?.[at]?.join(", ") ?? ""}`),
    ].join("; "),
  );
}
