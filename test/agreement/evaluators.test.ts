import * as fc from "fast-check";
import { expect, test } from "vitest";
import { closures, interpreter, type Known } from "../../engine/evaluate/index.ts";
import { everyNode, type GuidelineProgram, rootsOf } from "../../engine/ir/index.ts";
import { shares } from "../support/index.ts";
import { read } from "./agreement.ts";
import { asKnown, knownFor, narrowed, valuesIn } from "./cases.ts";
import {
  answerByEnumeration,
  completions,
  countCompletions,
  fewestToForce,
  matteringByEnumeration,
  outcomesByEnumeration,
} from "./enumeration.ts";
import { contenders, reference } from "./evaluators.ts";
import { programs, programsWithAssumptions } from "./guidelines.ts";
import { checkWays, sizeOf } from "./waysHold.ts";

const smallEnough = 100;

function casesOf(guidelines: fc.Arbitrary<GuidelineProgram>): fc.Arbitrary<readonly [GuidelineProgram, Known]> {
  return guidelines
    .chain((program) => knownFor(program).map((known) => [program, known] as const))
    .filter(([program, known]) => countCompletions(program, known) <= smallEnough);
}

/** Several cases of one guideline, every part of which is a criterion by itself. */
function cohortsOf(
  guidelines: fc.Arbitrary<GuidelineProgram>,
): fc.Arbitrary<readonly [GuidelineProgram, readonly Known[]]> {
  return guidelines.chain((program) => {
    const parts = everyNode([...rootsOf(program), program.services[0]?.criteria ?? program.scope]);
    const criteria = new Map([...program.criteria, ...parts.map((part, at) => [`part ${at}`, part] as const)]);
    const known = knownFor(program).filter((each) => countCompletions(program, each) <= smallEnough);
    return fc.array(known, { minLength: 1, maxLength: 8 }).map((cases) => [{ ...program, criteria }, cases] as const);
  });
}

function compiled(program: GuidelineProgram) {
  const { value } = closures.compile(program);
  if (value === null) throw new Error("A generated guideline is small");
  return value;
}

for (const [what, guidelines] of [
  ["guidelines", programs],
  ["guidelines with assumptions", programsWithAssumptions],
] as const) {
  test.each(shares(5))(`every evaluator answers as enumeration does: ${what}, %s`, () => {
    fc.assert(
      fc.property(cohortsOf(guidelines), ([program, cases]) => {
        const all = cases.map((known) => completions(program, known));
        const outcomes = all.map((each) => outcomesByEnumeration(program, each));
        const answers = all.map((each) =>
          [...program.criteria.values()].map((formula) => answerByEnumeration(program, formula, each)),
        );
        for (const { compile } of [reference, ...contenders]) {
          const evaluator = compile(program);
          expect(evaluator.outcomes("imaging", cases).map((each) => new Set(each))).toEqual(outcomes);
          expect(evaluator.answers([...program.criteria.keys()], cases)).toEqual(answers);
        }
      }),
      { numRuns: 20 },
    );
  });

  test.each(shares(4))(`what still matters is what enumeration finds: ${what}, %s`, () => {
    fc.assert(
      fc.property(casesOf(guidelines), ([program, known]) => {
        const mattering = matteringByEnumeration(program, completions(program, known));
        expect(new Set(compiled(program).stillMatters("imaging", known))).toEqual(mattering);
      }),
      { numRuns: 125 },
    );
  });

  test.each(shares(4))(`ways settle the outcome, and none of their steps can be left out: ${what}, %s`, () => {
    fc.assert(
      fc.property(casesOf(guidelines), ([program, known]) => checkWays(compiled(program), interpreter, known)),
      { numRuns: 100 },
    );
  });
}

test.each(shares(4))("the first way to each outcome asks for as few quantities as any can: %s", () => {
  fc.assert(
    fc.property(casesOf(programs), ([program, known]) => {
      const fewest = fewestToForce(program, completions(program, known));
      const found = new Map<string, number>();
      for (const way of compiled(program).ways("imaging", known)) {
        found.set(way.towards, Math.min(sizeOf(way), found.get(way.towards) ?? Number.POSITIVE_INFINITY));
      }
      expect(found).toEqual(fewest.size > 1 ? fewest : new Map());
    }),
    { numRuns: 100 },
  );
});

test("more information never undoes a decided answer", () => {
  const narrowings = casesOf(programs).chain(([program, known]) =>
    fc
      .nat(program.quantities.length - 1)
      .map((index) => program.quantities[index]?.id ?? "")
      .chain((id) =>
        fc
          .constantFrom(...valuesIn(known.quantities.get(id)?.values ?? []))
          .map((value) => [program, known, narrowed(known, id, [{ low: value, high: value }])] as const),
      ),
  );
  fc.assert(
    fc.property(narrowings, ([program, before, after]) => {
      const evaluator = compiled(program);
      expect(evaluator.outcomes("imaging", before)).toEqual(
        expect.arrayContaining([...evaluator.outcomes("imaging", after)]),
      );
      const answer = evaluator.answer("second", before);
      expect(["not documented", evaluator.answer("second", after)]).toContain(answer);
    }),
    { numRuns: 500 },
  );
});

test.each([reference, ...contenders].map((each) => [each.name, each] as const))(
  "%s: a case that leaves nothing of a fact has no completion, whatever else decides",
  (_, { compile }) => {
    const { program } = read(
      `guideline "Two"\n  source "S", page 1\n\nfact pain: yes or no\nfact weakness: yes or no\n\nservice imaging\n  MRI    CPT 72141\n\nimaging if pain OR weakness\n`,
    );
    const known = asKnown([
      ["pain", [{ low: 1, high: 1 }]],
      ["weakness", []],
    ]);
    const evaluator = compile(program);
    expect(evaluator.outcomes("imaging", [known])).toEqual([[]]);
    expect(evaluator.answers([program.scope], [known])).toEqual([["contradictory"]]);
  },
);
