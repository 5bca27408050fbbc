import * as fc from "fast-check";
import { expect, test } from "vitest";
import { closures } from "../../engine/evaluate/index.ts";
import type { GuidelineProgram, TableProgram } from "../../engine/ir/index.ts";
import { holds } from "../../engine/values/index.ts";
import { shares } from "../support/index.ts";
import { knownFor } from "./cases.ts";
import { type Completion, completions, countCompletions, satisfies } from "./enumeration.ts";
import { ratings } from "./guidelines.ts";

/** What each hit policy says, with nothing clever in it. */
function valueIn(program: GuidelineProgram, { table, rows }: TableProgram, completion: Completion): number | null {
  const values = rows.filter(({ formula }) => satisfies(program, formula, completion)).map(({ value }) => value);
  if (table.policy === "points added up") return values.reduce((sum, value) => sum + value, 0);
  const [first] = values;
  if (first === undefined) return table.otherwise;
  if (table.policy === "only one applies") return values.length > 1 ? null : first;
  if (table.policy === "first that applies") return first;
  return table.policy === "highest that applies" ? Math.max(...values) : Math.min(...values);
}

test.each(shares(5))(
  "scores and tables come to what their hit policy says, and tests of them to what it lies in: %s",
  () => {
    const cases = ratings
      .chain(({ program, ranges }) => knownFor(program).map((known) => ({ program, ranges, known })))
      .filter(({ program, known }) => countCompletions(program, known) <= 200);
    fc.assert(
      fc.property(cases, ({ program, ranges, known }) => {
        const { value: compiled } = closures.compile(program);
        const table = program.tables.get("rating");
        if (compiled === null || table === undefined)
          throw new Error("A generated guideline is small and has its table");
        const values = new Set(completions(program, known).map((each) => valueIn(program, table, each)));
        expect(new Set(compiled.values("rating", known))).toEqual(values);
        const outcomes = [...values].map((value) =>
          value !== null && holds(ranges, value) ? "criteria met" : "criteria not met",
        );
        expect(new Set(compiled.outcomes("imaging", known))).toEqual(new Set(outcomes));
      }),
      { numRuns: 100 },
    );
  },
);
