import * as fc from "fast-check";
import { expect, test } from "vitest";
import { loaded } from "../../../../engine/evaluate/javascript/generated.ts";
import { moduleText } from "../../../../engine/evaluate/javascript/moduleText.ts";
import { ALWAYS, type GateId } from "../../../../engine/logic/index.ts";
import { Circuit } from "../../../../engine/logic/rails/circuit.ts";
import { between, intersects, normalise, one, type ValueSet } from "../../../../engine/values/index.ts";
import { fact, wholeNumber } from "../../writing.ts";
import { quantityOf } from "../../../../engine/ir/index.ts";

type Sets = ReadonlyMap<string, ValueSet>;

const named = (count: number) => Array.from({ length: count }, (_, at) => `fact ${at}`);

/** Which of the gates are on, as the generated code and as the definition of a gate say. */
function bothAnswers(circuit: Circuit, gates: readonly GateId[], facts: readonly string[], sets: Sets) {
  const text = moduleText({
    title: "Gates",
    circuit,
    quantities: facts.map((name) => quantityOf(fact(name, wholeNumber), "value")),
    answers: gates.map((gate) => ({ of: `gate ${gate}`, gates: [gate] })),
    possible: ALWAYS,
  });
  const answers = new Uint8Array(gates.length + 1);
  expect(loaded(text).answer(Object.fromEntries(sets), answers)).toBeNull();
  const on = gatesOn(circuit, sets);
  return { text, generated: [...answers], defined: [...gates.map((gate) => (on[gate] === true ? 1 : 0)), 1] };
}

function gatesOn(circuit: Circuit, sets: Sets): readonly boolean[] {
  const on: boolean[] = [];
  for (let id = 0; id < circuit.size; id += 1) {
    const gate = circuit.gate(id);
    const count = "operands" in gate ? gate.operands.filter((operand) => on[operand]).length : 0;
    switch (gate.kind) {
      case "constant":
        on.push(gate.value);
        break;
      case "literal":
        on.push(intersects(sets.get(gate.quantity) ?? between(0, Number.MAX_SAFE_INTEGER), gate.values));
        break;
      case "all":
        on.push(count === gate.operands.length);
        break;
      case "any":
        on.push(count > 0);
        break;
      case "at least":
        on.push(count >= gate.count);
    }
  }
  return on;
}

const facts = named(5);
const most = 9;
const values = fc
  .array(fc.tuple(fc.nat(most), fc.nat(most)), { minLength: 1, maxLength: 3 })
  .map((pairs) => normalise(pairs.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))));
const sets: fc.Arbitrary<Sets> = fc
  .array(fc.option(fc.oneof(fc.nat(most).map(one), values), { nil: null }), { minLength: 5, maxLength: 5 })
  .map((all) => new Map(all.flatMap((set, at) => (set === null ? [] : [[`fact ${at}`, set] as const]))));

/** How gates are made of those before them; numbers are taken modulo what there is. */
const recipe = fc.record({
  literals: fc.array(fc.tuple(fc.constantFrom(...facts), values), { minLength: 1, maxLength: 80 }),
  joins: fc.array(
    fc.record({ kind: fc.nat(2), count: fc.nat(6), operands: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }) }),
    { maxLength: 60 },
  ),
});

test("any circuit answers as its gates are defined", () => {
  fc.assert(
    fc.property(recipe, sets, ({ literals, joins }, known) => {
      const circuit = new Circuit();
      for (const [quantity, set] of literals) circuit.literal(quantity, set);
      for (const { kind, count, operands } of joins) {
        const read = operands.map((operand) => operand % circuit.size);
        if (kind === 0) circuit.all(read);
        else if (kind === 1) circuit.any(read);
        else circuit.atLeast(count, read);
      }
      // Those in between are asked about only now and then: most are read by one gate, and written into it.
      const gates = Array.from({ length: circuit.size }, (_, gate) => gate).filter(
        (gate) => gate % 11 === 0 || circuit.size - gate < 8,
      );
      const { generated, defined } = bothAnswers(circuit, gates, facts, known);
      expect(generated).toEqual(defined);
    }),
    { numRuns: 150 },
  );
});

/** Every third fact is 1, the next one 0, and the next not documented. */
function inThirds(names: readonly string[]): Sets {
  return new Map(names.flatMap((name, at) => (at % 3 === 2 ? [] : [[name, one(at % 3 === 0 ? 1 : 0)] as const])));
}

test("a gate of thousands of operands is worked out in parts", () => {
  const names = named(3000);
  const circuit = new Circuit();
  const literals = names.map((name) => circuit.literal(name, one(1)));
  const pairs = literals.map((literal, at) => circuit.any([literal, literals[(at + 1) % literals.length] ?? literal]));
  const gates = [
    circuit.all(literals),
    circuit.any(literals),
    ...[1999, 2000, 2001].map((count) => circuit.atLeast(count, literals)),
    circuit.all(pairs),
    circuit.atLeast(3000 - 1, pairs),
    // Each counts twice: 2,000 are on.
    ...[4000, 4001].map((count) => circuit.atLeast(count, [...literals, ...literals])),
  ];
  const { generated, defined, text } = bothAnswers(circuit, gates, names, inThirds(names));
  const lengths = [...text.matchAll(/^function .*?^}$/gms)].map(([each]) => each.length);
  expect(Math.max(...lengths)).toBeLessThan(30_000);
  expect(defined).toEqual([0, 1, 1, 1, 0, 1, 1, 1, 0, 1]);
  expect(generated).toEqual(defined);
});

test("a deep circuit is cut into functions that hand on what they share", () => {
  const names = named(40);
  const circuit = new Circuit();
  const literals = names.map((name) => circuit.literal(name, one(1)));
  let [left = ALWAYS, right = ALWAYS] = literals;
  const gates = Array.from({ length: 2000 }, (_, at) => {
    const next = literals[(at * 7) % literals.length] ?? left;
    [left, right] = [circuit.any([circuit.all([left, next]), right]), circuit.all([circuit.any([right, next]), left])];
    return at % 2 === 0 ? left : right;
  });
  const { generated, defined } = bothAnswers(circuit, gates, names, inThirds(names));
  expect(generated).toEqual(defined);
});

test("hundreds of thresholds of one fact, and values far apart", () => {
  const circuit = new Circuit();
  const gates = Array.from({ length: 300 }, (_, at) => circuit.literal("fact 0", between(at * at, at * at * 3)));
  for (const set of [one(0), one(44_100), one(1e12), between(30_000, 50_000), [...one(2), ...one(89_000)]]) {
    const { generated, defined } = bothAnswers(circuit, gates, ["fact 0"], new Map([["fact 0", set]]));
    expect(generated).toEqual(defined);
  }
});
