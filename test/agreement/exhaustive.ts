import { type Known, type Verdict, verdictOf } from "../../engine/evaluate/index.ts";
import type { Formula, GuidelineProgram, Quantity } from "../../engine/ir/index.ts";
import { between, normalise, one, type ValueSet } from "../../engine/values/index.ts";
import { type Completion, satisfies } from "./enumeration.ts";
import { contenders, reference } from "./evaluators.ts";

/*
 * Every formula of up to so many gates over a few small quantities, on every information set there is: nothing is sampled.
 */

/** A quantity of the values 0 to `most`, and the sets of them that are asked about. */
export interface Small {
  readonly id: string;
  readonly most: number;
  readonly asked: readonly ValueSet[];
}

const origin = { text: "", span: { start: 0, end: 0 } };
const joins: readonly ((operands: readonly Formula[]) => Formula)[] = [
  (operands) => ({ ...origin, kind: "all", operands }),
  (operands) => ({ ...origin, kind: "any", operands }),
  (operands) => ({ ...origin, kind: "count", atLeast: 1, atMost: 1, operands }),
  (operands) => ({ ...origin, kind: "weighted", points: [2, -1], operands, values: [{ low: -1, high: 1 }] }),
];

/** By number of gates, from none; operands in one order only, but for what weighs them differently. */
export function formulas(quantities: readonly Small[], gates: number): readonly (readonly Formula[])[] {
  const byGates: (readonly Formula[])[] = [quantities.flatMap(testsOf)];
  for (let count = 1; count <= gates; count += 1) {
    const negated = (byGates[count - 1] ?? []).map((operand): Formula => ({ ...origin, kind: "not", operand }));
    const joined = pairs(byGates, count - 1).flatMap((operands) => joins.map((join) => join(operands)));
    byGates.push([...negated, ...joined]);
  }
  return byGates;
}

const testsOf = ({ id, asked }: Small): readonly Formula[] =>
  asked.map((values) => ({ ...origin, kind: "test", quantity: id, values }));

/** Every two formulas that have so many gates together. */
function pairs(byGates: readonly (readonly Formula[])[], gates: number): readonly (readonly Formula[])[] {
  return byGates.flatMap((some, count) =>
    some.flatMap((first, at) => {
      const others = byGates[gates - count] ?? [];
      if (count > gates - count) return [];
      return (count === gates - count ? others.slice(at) : others).map((other) => [first, other]);
    }),
  );
}

/** Every way a case may know these quantities, and the values it leaves possible. */
interface Informed {
  readonly known: Known;
  readonly isPossible: (completion: Completion) => boolean;
}

function everyKnown(quantities: readonly Small[]): readonly Informed[] {
  let all: readonly (readonly (readonly [Small, readonly number[]])[])[] = [[]];
  for (const quantity of quantities)
    all = all.flatMap((some) => subsets(quantity.most).map((values) => [...some, [quantity, values] as const]));
  return all.map((some) => ({
    known: {
      quantities: new Map(
        some.map(([{ id }, values]) => [id, { values: normalise(values.map(pointAt)), reason: null }]),
      ),
    },
    isPossible: (completion) => some.every(([{ id }, values]) => values.includes(completion.get(id) ?? -1)),
  }));
}

const pointAt = (value: number) => ({ low: value, high: value });

function subsets(most: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** (most + 1) - 1 }, (_, index) =>
    Array.from({ length: most + 1 }, (__, value) => value).filter((value) => ((index + 1) >> value) % 2 === 1),
  );
}

function everyCompletion(quantities: readonly Small[]): readonly Completion[] {
  let all: readonly Completion[] = [new Map()];
  for (const { id, most } of quantities)
    all = all.flatMap((some) => Array.from({ length: most + 1 }, (_, value) => new Map(some).set(id, value)));
  return all;
}

/** Definitions of one guideline. */
const together = 400;

/** Compares all evaluators and enumeration on all of these; throws at the first difference. Gives the number of comparisons. */
export function checkExhaustively(
  quantities: readonly Small[],
  all: readonly Formula[],
  assumptions: readonly Formula[] = [],
): number {
  const informed = everyKnown(quantities);
  const known = informed.map((each) => each.known);
  const worlds = everyCompletion(quantities);
  let comparisons = 0;
  for (let from = 0; from < all.length; from += together) {
    const chunk = all.slice(from, from + together);
    const program = programOf(quantities, chunk, assumptions);
    const assumed = worlds.filter((world) => assumptions.every((each) => satisfies(program, each, world)));
    const possible = informed.map(({ isPossible }) => assumed.filter(isPossible));
    const expected = answersOver(program, chunk, assumed, possible);
    for (const { name, compile } of [reference, ...contenders]) {
      const answers = compile(program).answers([...program.criteria.keys()], known);
      expectSame(name, chunk, known, answers, expected);
      comparisons += chunk.length * known.length;
    }
  }
  return comparisons;
}

/** For each case, the answers to each formula. */
function answersOver(
  program: GuidelineProgram,
  all: readonly Formula[],
  assumed: readonly Completion[],
  possible: readonly (readonly Completion[])[],
): readonly (readonly Verdict[])[] {
  const met = all.map((formula) => new Set(assumed.filter((world) => satisfies(program, formula, world))));
  return possible.map((worlds) =>
    met.map((own) =>
      verdictOf(
        worlds.some((each) => own.has(each)),
        !worlds.every((each) => own.has(each)),
      ),
    ),
  );
}

function expectSame(
  name: string,
  all: readonly Formula[],
  cases: readonly Known[],
  answers: readonly (readonly Verdict[])[],
  expected: readonly (readonly Verdict[])[],
): void {
  for (const [row, own] of expected.entries())
    for (const [at, answer] of own.entries()) {
      if (answers[row]?.[at] === answer) continue;
      const known = JSON.stringify([...(cases[row]?.quantities ?? [])]);
      throw new Error(
        `${name} answers ${answers[row]?.[at]} instead of ${answer}: ${JSON.stringify(all[at])} on ${known}`,
      );
    }
}

function programOf(
  quantities: readonly Small[],
  all: readonly Formula[],
  assumptions: readonly Formula[],
): GuidelineProgram {
  const always: Formula = { ...origin, kind: "constant", value: true };
  return {
    title: "Exhaustive",
    file: "exhaustive.guideline",
    effective: { from: null, to: null },
    quantities: quantities.map(
      ({ id, most }): Quantity => ({
        id,
        fact: id,
        part: "value",
        type: { kind: "whole number" },
        domain: between(0, most),
      }),
    ),
    reductions: [],
    comparisons: [],
    calculations: [],
    scope: always,
    services: [],
    criteria: new Map(all.map((formula, at) => [String(at), formula])),
    tables: new Map(),
    assumptions,
  };
}

const sign = (id: string): Small => ({ id, most: 1, asked: [one(1)] });
const grade = (id: string): Small => ({ id, most: 2, asked: [one(0), between(1, 2), one(1)] });

export interface SmallWorld {
  readonly name: string;
  readonly of: readonly Small[];
}

export const smallWorlds: readonly SmallWorld[] = [
  { name: "two yes-or-no facts", of: [sign("a"), sign("b")] },
  { name: "a yes-or-no fact and one of three values", of: [sign("a"), grade("b")] },
  { name: "two yes-or-no facts and one of three values", of: [sign("a"), grade("b"), sign("c")] },
  { name: "four yes-or-no facts", of: ["a", "b", "c", "d"].map(sign) },
];
