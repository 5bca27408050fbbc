import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answers, closures, interpreter, type Known } from "../../engine/evaluate/index.ts";
import { everyNode, type GuidelineProgram, rootsOf } from "../../engine/ir/index.ts";
import { knownFor, narrowed, valuesIn } from "./cases.ts";
import {
  answerByEnumeration,
  completions,
  countCompletions,
  matteringByEnumeration,
  outcomesByEnumeration,
} from "./enumeration.ts";
import { programs, programsWithAssumptions } from "./guidelines.ts";
import { checkWays } from "./waysHold.ts";

const smallEnough = 400;

function casesOf(guidelines: fc.Arbitrary<GuidelineProgram>): fc.Arbitrary<readonly [GuidelineProgram, Known]> {
  return guidelines
    .chain((program) => knownFor(program).map((known) => [program, known] as const))
    .filter(([program, known]) => countCompletions(program, known) <= smallEnough);
}

function evaluatorsOf(program: GuidelineProgram): readonly Answers[] {
  return [interpreter, closures].map((evaluator) => {
    const { value, diagnostics } = evaluator.compile(program);
    expect(diagnostics).toEqual([]);
    if (value === null) throw new Error("A generated guideline is small");
    return value;
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
  test(`every evaluator answers as enumeration does: ${what}`, () => {
    fc.assert(
      fc.property(casesOf(guidelines), ([program, known]) => {
        const all = completions(program, known);
        for (const evaluator of evaluatorsOf(program)) {
          expect(new Set(evaluator.outcomes("imaging", known))).toEqual(outcomesByEnumeration(program, all));
          for (const formula of rootsOf(program).flatMap(everyNode)) {
            expect(evaluator.answer(formula, known)).toBe(answerByEnumeration(program, formula, all));
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  test(`what still matters is what enumeration finds: ${what}`, () => {
    fc.assert(
      fc.property(casesOf(guidelines), ([program, known]) => {
        const mattering = matteringByEnumeration(program, completions(program, known));
        expect(new Set(compiled(program).stillMatters("imaging", known))).toEqual(mattering);
      }),
      { numRuns: 1000 },
    );
  });

  test(`ways settle the outcome, and none of their steps can be left out: ${what}`, () => {
    fc.assert(
      fc.property(casesOf(guidelines), ([program, known]) => checkWays(compiled(program), interpreter, known)),
      { numRuns: 600 },
    );
  });
}

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
      if (answer !== "not documented") expect(evaluator.answer("second", after)).toBe(answer);
    }),
    { numRuns: 1500 },
  );
});
