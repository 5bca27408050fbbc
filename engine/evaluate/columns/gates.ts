import { ALWAYS, type Circuit, type Gate, type GateId } from "../../logic/index.ts";
import type { Column } from "../../values/cohort/index.ts";
import { type Bitmap, bitmapOf, clearBehind, wordsFor } from "./bitmap.ts";
import { atLeast } from "./counters.ts";
import { literalKernel } from "./literals.ts";

/** Columns that go together: row r of each is the same case. */
export interface Columns {
  readonly rows: number;
  readonly column: (quantity: string) => Column;
}

/** So many words of every gate are worked out together that all of them stay in the nearest memory of a core. */
const wordsAtOnce = 128;

/**
 * Which rows turn each of the wanted gates on. The gates that these rest on are worked out once each, a few thousand rows at
 * a time, in the order of the circuit.
 */
export function runGates(circuit: Circuit, wanted: readonly GateId[], columns: Columns): readonly Bitmap[] {
  const found = wanted.map(() => bitmapOf(columns.rows));
  const { steps, slots } = plan(circuit, wanted, columns);
  const words = wordsFor(columns.rows);
  for (let first = 0; first < words; first += wordsAtOnce) {
    const end = Math.min(words, first + wordsAtOnce);
    for (const step of steps) step(first, end);
    for (const [at, gate] of wanted.entries())
      found[at]?.set((slots.get(gate) ?? none).subarray(0, end - first), first);
  }
  for (const bitmap of found) clearBehind(bitmap, columns.rows);
  return found;
}

const none = new Int32Array(wordsAtOnce);

/** Works a gate out for the words `first` to `end` of the rows, into its slot. */
type Step = (first: number, end: number) => void;

interface Plan {
  readonly steps: readonly Step[];
  readonly slots: ReadonlyMap<GateId, Bitmap>;
}

function plan(circuit: Circuit, wanted: readonly GateId[], columns: Columns): Plan {
  const slots = new Map<GateId, Bitmap>();
  const steps: Step[] = [];
  for (const id of gatesBelow(circuit, wanted)) {
    const slot = new Int32Array(wordsAtOnce);
    slots.set(id, slot);
    const step = stepOf(circuit.gate(id), id, slot, { columns, slots });
    if (step !== null) steps.push(step);
  }
  return { steps, slots };
}

/** The wanted gates and all that they rest on, ascending: what a gate reads has a smaller id. */
function gatesBelow(circuit: Circuit, wanted: readonly GateId[]): readonly GateId[] {
  const below = new Set(wanted);
  for (const id of below) {
    const gate = circuit.gate(id);
    if ("operands" in gate) for (const operand of gate.operands) below.add(operand);
  }
  return [...below].toSorted((a, b) => a - b);
}

interface Around {
  readonly columns: Columns;
  readonly slots: ReadonlyMap<GateId, Bitmap>;
}

/** `null`: the slot is filled once for all rows. */
function stepOf(gate: Gate, id: GateId, slot: Bitmap, { columns, slots }: Around): Step | null {
  if (gate.kind === "constant") {
    slot.fill(id === ALWAYS ? -1 : 0);
    return null;
  }
  if (gate.kind === "literal") {
    const kernel = literalKernel(columns.column(gate.quantity), gate.values);
    return (first, end) => kernel(first, end, slot);
  }
  const operands = gate.operands.map((operand) => slots.get(operand) ?? none);
  switch (gate.kind) {
    case "all":
      return (first, end) => allOf(operands, slot, end - first);
    case "any":
      return (first, end) => anyOf(operands, slot, end - first);
    case "at least":
      return atLeast(gate.count, operands, slot);
  }
}

function allOf(operands: readonly Bitmap[], into: Bitmap, words: number): void {
  into.fill(-1, 0, words);
  for (const operand of operands)
    for (let word = 0; word < words; word += 1) into[word] = (into[word] ?? 0) & (operand[word] ?? 0);
}

function anyOf(operands: readonly Bitmap[], into: Bitmap, words: number): void {
  into.fill(0, 0, words);
  for (const operand of operands)
    for (let word = 0; word < words; word += 1) into[word] = (into[word] ?? 0) | (operand[word] ?? 0);
}
