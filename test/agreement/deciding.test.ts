import * as fc from "fast-check";
import { expect, test } from "vitest";
import { closures, interpret, type Known } from "../../engine/evaluate/index.ts";
import type { GuidelineProgram } from "../../engine/ir/index.ts";
import { isSubset } from "../../engine/values/index.ts";
import { shares } from "../support/index.ts";
import { knownFor } from "./cases.ts";
import { programs, programsWithAssumptions } from "./guidelines.ts";

/** The case with nothing known but these quantities. */
function onlyKnowing(program: GuidelineProgram, known: Known, quantities: readonly string[]): Known {
  return {
    quantities: new Map(
      program.quantities.map(({ id, domain }) => [
        id,
        { values: quantities.includes(id) ? (known.quantities.get(id)?.values ?? domain) : domain, reason: null },
      ]),
    ),
  };
}

function checkDeciding(program: GuidelineProgram, known: Known): void {
  const judge = interpret(program);
  const outcomes = judge.outcomes("imaging", known);
  const deciding = closures.compile(program).value?.decidedBy("imaging", known) ?? [];
  const outcomesKnowing = (quantities: readonly string[]) =>
    judge.outcomes("imaging", onlyKnowing(program, known, quantities));
  const isDecided = outcomes.length === 1;
  expect(isDecided ? outcomesKnowing(deciding) : outcomes).toEqual(outcomes);
  expect(isDecided || deciding.length === 0).toBe(true);
  for (const dropped of deciding)
    expect(outcomesKnowing(deciding.filter((quantity) => quantity !== dropped))).not.toEqual(outcomes);
  for (const { id, domain } of program.quantities.filter((quantity) => deciding.includes(quantity.id)))
    expect(isSubset(domain, known.quantities.get(id)?.values ?? domain)).toBe(false);
}

for (const [what, guidelines] of [
  ["guidelines", programs],
  ["guidelines with assumptions", programsWithAssumptions],
] as const) {
  test.each(shares(4))(
    `what decided settles the outcome whatever all else is, and none of it can be left out: ${what}, %s`,
    () => {
      const cases = guidelines.chain((program) => knownFor(program).map((known) => [program, known] as const));
      fc.assert(
        fc.property(cases, ([program, known]) => checkDeciding(program, known)),
        { numRuns: 150 },
      );
    },
  );
}
