import * as fc from "fast-check";
import { expect, test } from "vitest";
import { everyNode, type Formula, type GuidelineProgram, rootsOf } from "../../engine/ir/index.ts";
import { meaningOf } from "../../engine/logic/index.ts";
import { shares } from "../support/index.ts";
import { asKnown } from "./cases.ts";
import { completions, countCompletions, outcomeOfCompletion } from "./enumeration.ts";
import { programs } from "./guidelines.ts";

const open = asKnown([]);
const small = programs.filter((program) => countCompletions(program, open) <= 300);

function printed(program: GuidelineProgram): string {
  return JSON.stringify(meaningOf(program, []).value);
}

/** The same function said otherwise: operands the other way round, AND and OR by De Morgan. */
function rewritten(formula: Formula): Formula {
  switch (formula.kind) {
    case "test":
    case "criterion":
    case "constant":
    case "weighted":
      return formula;
    case "not":
      return { ...formula, operand: rewritten(formula.operand) };
    case "count":
      return { ...formula, operands: formula.operands.map(rewritten).toReversed() };
    case "all":
    case "any": {
      const kind = formula.kind === "all" ? "any" : "all";
      const operands = formula.operands.map((each) => negated(rewritten(each))).toReversed();
      return negated({ ...formula, kind, operands });
    }
  }
}

function negated(operand: Formula): Formula {
  return { kind: "not", operand, text: operand.text, span: operand.span };
}

function withFormulas(program: GuidelineProgram, change: (formula: Formula) => Formula): GuidelineProgram {
  return {
    ...program,
    quantities: program.quantities.toReversed(),
    scope: change(program.scope),
    services: program.services.map((each) => ({
      ...each,
      criteria: change(each.criteria),
      exclusion: change(each.exclusion),
      addressed: change(each.addressed),
      within: change(each.within),
    })),
    criteria: new Map([...program.criteria].map(([key, formula]) => [key, change(formula)])),
  };
}

test.each(shares(4))("the same function said otherwise prints to the same bytes: %s", () => {
  fc.assert(
    fc.property(programs, (program) => {
      expect(printed(withFormulas(program, rewritten))).toBe(printed(program));
    }),
    { numRuns: 75 },
  );
});

test.each(shares(4))(
  "the same bytes are the same function: the criteria replaced by any formula of the guideline: %s",
  () => {
    const changes = small.chain((program) =>
      fc
        .constantFrom(...everyNode(rootsOf(program)))
        .map((criteria): readonly [GuidelineProgram, GuidelineProgram] => [
          program,
          { ...program, services: program.services.map((service) => ({ ...service, criteria })) },
        ]),
    );
    fc.assert(
      fc.property(changes, ([program, changed]) => {
        const outcomes = [program, changed].map((each) =>
          completions(each, open)
            .map((completion) => outcomeOfCompletion(each, completion))
            .join(),
        );
        expect(printed(program) === printed(changed)).toBe(outcomes[0] === outcomes[1]);
      }),
      { numRuns: 100 },
    );
  },
);
