import type { Quantity } from "../../ir/index.ts";
import type { Circuit, GateId } from "../../logic/index.ts";
import { runtimeFunctions } from "./runtimeText.ts";
import { gateFunctions } from "./gateText.ts";
import { layoutOf } from "./layout.ts";
import { packFunctions, quantityRows } from "./packText.ts";
import { indented, quoted } from "./source.ts";
import { type Answered, planOf } from "./steps.ts";
import { unitsOf } from "./units.ts";

/** What a module is to answer: for each answer a byte, whose bit b tells whether gate b is on. */
export interface Asked {
  readonly title: string;
  readonly circuit: Circuit;
  readonly quantities: readonly Quantity[];
  readonly answers: readonly { readonly of: string; readonly gates: readonly GateId[] }[];
  /** Where it is off, the case contradicts the assumptions, and every answer is 0. */
  readonly possible: GateId;
}

/**
 * The text of a function body that gives `{ answer, answerSets }`: it reads nothing from outside, and every name in it is a
 * string literal or stands in one.
 */
export function moduleText({ title, circuit, quantities, answers, possible }: Asked): string {
  const gates = gatesBelow(circuit, [possible, ...answers.flatMap((each) => each.gates)]);
  const layout = layoutOf(circuit, gates, quantities);
  const { units, unitOf } = unitsOf(circuit, gates, layout);
  const bitsOf = (all: readonly GateId[]) => all.map((gate) => unitOf.get(gate) ?? 0);
  const asked: readonly Answered[] = [
    ...answers.map(({ of, gates }) => ({ of, bits: bitsOf(gates) })),
    { of: "the assumptions can hold", bits: bitsOf([possible]) },
  ];
  const plan = planOf(units, asked);
  const functions = gateFunctions(units, plan);
  const packs = packFunctions(layout.quantities);
  return [
    `"use strict";`,
    `// ${quoted(title)}`,
    `const words = new Int32Array(${layout.words});`,
    `const between = new Int32Array(${plan.shared.size});`,
    quantityRows(layout.quantities),
    runtimeFunctions,
    ...packs,
    ...functions,
    entries(packs.length, functions.length, answers.length),
    "",
  ].join("\n\n");
}

/** `possible`: where the answers tell whether the assumptions can hold. */
function entries(packs: number, functions: number, possible: number): string {
  const packed = Array.from({ length: packs }, (_, chunk) => `pack_${chunk}(values)`).join(" ?? ");
  const worked = Array.from({ length: functions }, (_, chunk) => `gates_${chunk}(answers);`);
  const contradicted = `if (answers[${possible}] === 0) answers.fill(0);`;
  return [
    "function finish(refused, answers) {",
    `  if (answers.length <= ${possible}) throw new RangeError("${possible + 1} bytes are needed for the answers");`,
    "  if (refused !== null) {",
    "    answers.fill(0);",
    "    return refused;",
    "  }",
    indented([...worked, contradicted].join("\n")),
    "  return null;",
    "}",
    "",
    "function packSets(sets) {",
    "  for (const quantity of quantities) {",
    "    const known = sets.get(quantity.id);",
    "    if (known === undefined) takeNothing(quantity);",
    "    else if (!take(quantity, known.values)) return quantity.id;",
    "  }",
    "  return null;",
    "}",
    "",
    "function answer(values, answers) {",
    "  words.fill(0);",
    `  return finish(${packed === "" ? "null" : packed}, answers);`,
    "}",
    "",
    "function answerSets(sets, answers) {",
    "  words.fill(0);",
    "  return finish(packSets(sets), answers);",
    "}",
  ].join("\n");
}

/** Ascending, so that every gate comes after those it reads. */
function gatesBelow(circuit: Circuit, roots: readonly GateId[]): readonly GateId[] {
  const met = new Set<GateId>();
  const ahead = [...roots];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (met.has(next)) continue;
    met.add(next);
    const gate = circuit.gate(next);
    if ("operands" in gate) ahead.push(...gate.operands);
  }
  return [...met].toSorted((a, b) => a - b);
}
