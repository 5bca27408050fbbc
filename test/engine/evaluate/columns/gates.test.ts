import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Columns, hasRow, runGates } from "../../../../engine/evaluate/columns/index.ts";
import { Circuit } from "../../../../engine/logic/rails/circuit.ts";
import type { GateId } from "../../../../engine/logic/index.ts";
import { columnBuilder } from "../../../../engine/values/cohort/index.ts";
import { intersects, normalise, type ValueSet } from "../../../../engine/values/index.ts";

const domain: ValueSet = [{ low: 0, high: 5 }];
const quantities = ["p", "q", "r"] as const;

const someValues = fc
  .subarray([0, 1, 2, 3, 4, 5], { minLength: 1 })
  .map((values) => normalise(values.map((value) => ({ low: value, high: value }))));

const rows = fc.array(fc.tuple(someValues, someValues, someValues), { minLength: 1, maxLength: 100, size: "max" });

/** Each layer is made from numbers that choose among the gates there are. */
const choices = fc.array(
  fc.record({
    kind: fc.constantFrom("all" as const, "any" as const, "at least" as const),
    count: fc.integer({ min: 1, max: 9 }),
    of: fc.array(fc.nat(), { minLength: 1, maxLength: 10, size: "max" }),
  }),
  { minLength: 1, maxLength: 8 },
);

const literals = fc.array(fc.tuple(fc.constantFrom(...quantities), someValues), { minLength: 3, maxLength: 10 });

function columnsOf(cases: readonly (readonly ValueSet[])[]): Columns {
  const columns = quantities.map((_, at) => {
    const builder = columnBuilder(domain);
    for (const sets of cases) builder.push(builder.held({ values: sets[at] ?? [], reason: null }));
    return builder.finish();
  });
  return {
    rows: cases.length,
    column: (quantity) => {
      const column = columns[quantities.findIndex((each) => each === quantity)];
      if (column === undefined) throw new Error(`There is no column of ${quantity}`);
      return column;
    },
  };
}

/** What the kinds of gates say they do, one row at a time. */
function isOn(circuit: Circuit, id: GateId, sets: readonly ValueSet[]): boolean {
  const gate = circuit.gate(id);
  switch (gate.kind) {
    case "constant":
      return gate.value;
    case "literal":
      return intersects(sets[quantities.findIndex((each) => each === gate.quantity)] ?? [], gate.values);
    case "all":
      return gate.operands.every((operand) => isOn(circuit, operand, sets));
    case "any":
      return gate.operands.some((operand) => isOn(circuit, operand, sets));
    case "at least":
      return gate.operands.filter((operand) => isOn(circuit, operand, sets)).length >= gate.count;
  }
}

test("gates are worked out for 32 rows at once as for each row alone", () => {
  fc.assert(
    fc.property(rows, literals, choices, (cases, tests, made) => {
      const circuit = new Circuit();
      const gates = tests.map(([quantity, values]) => circuit.literal(quantity, values));
      for (const { kind, count, of } of made) {
        const operands = of.map((choice) => gates[choice % gates.length] ?? 0);
        gates.push(kind === "at least" ? circuit.atLeast(count, operands) : circuit[kind](operands));
      }
      const found = runGates(circuit, gates, columnsOf(cases));
      for (const [at, bitmap] of found.entries()) {
        const wanted = cases.map((sets) => isOn(circuit, gates[at] ?? 0, sets));
        expect(cases.map((_, row) => hasRow(bitmap, row))).toEqual(wanted);
      }
    }),
    { numRuns: 150 },
  );
});
