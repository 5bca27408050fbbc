import type { ValueSet } from "../../values/index.ts";

/** A gate of a circuit; what it reads has a smaller id. */
export type GateId = number;

/**
 * Two-valued and without NOT: a case that leaves more values possible never turns a gate off. All fast paths run these gates
 * and nothing else.
 */
export type Gate =
  | { readonly kind: "constant"; readonly value: boolean }
  /** On when the case leaves a value of `values` possible for the quantity. */
  | { readonly kind: "literal"; readonly quantity: string; readonly values: ValueSet }
  | { readonly kind: "all" | "any"; readonly operands: readonly GateId[] }
  /** On when so many of the operands are; more than one and fewer than all of them. An operand may stand there twice. */
  | { readonly kind: "at least"; readonly count: number; readonly operands: readonly GateId[] };

export const NEVER: GateId = 0;
export const ALWAYS: GateId = 1;

/** Gates in the order in which they can be worked out; equal gates are the same gate. */
export class Circuit {
  readonly #gates: Gate[] = [
    { kind: "constant", value: false },
    { kind: "constant", value: true },
  ];
  readonly #known = new Map<string, GateId>();
  /** By quantity and lowest value. */
  readonly #literals = new Map<string, Map<number, GateId[]>>();
  readonly #readers: number[] = [0, 0];

  get size(): number {
    return this.#gates.length;
  }

  gate(id: GateId): Gate {
    const gate = this.#gates[id];
    if (gate === undefined) throw new Error(`The circuit has no gate ${id}`);
    return gate;
  }

  /** How many gates read this one. */
  readersOf(id: GateId): number {
    return this.#readers[id] ?? 0;
  }

  /** `values`: some, not all, of the values that the quantity can have. */
  literal(quantity: string, values: ValueSet): GateId {
    const ofQuantity = this.#literals.get(quantity) ?? new Map<number, GateId[]>();
    this.#literals.set(quantity, ofQuantity);
    const lowest = values[0]?.low ?? 0;
    const alike = ofQuantity.get(lowest) ?? [];
    ofQuantity.set(lowest, alike);
    const known = alike.find((id) => isLiteralOf(this.gate(id), values));
    if (known !== undefined) return known;
    const added = this.#add({ kind: "literal", quantity, values });
    alike.push(added);
    return added;
  }

  all(operands: readonly GateId[]): GateId {
    if (operands.includes(NEVER)) return NEVER;
    return this.#joined("all", operands, ALWAYS);
  }

  any(operands: readonly GateId[]): GateId {
    if (operands.includes(ALWAYS)) return ALWAYS;
    return this.#joined("any", operands, NEVER);
  }

  atLeast(count: number, operands: readonly GateId[]): GateId {
    const open = operands.filter((operand) => operand !== NEVER && operand !== ALWAYS);
    const wanted = count - operands.filter((operand) => operand === ALWAYS).length;
    if (wanted <= 0) return ALWAYS;
    if (wanted > open.length) return NEVER;
    if (wanted === 1) return this.any(open);
    if (wanted === open.length) return this.all(open);
    return this.#kept(`${wanted} of ${open.join()}`, { kind: "at least", count: wanted, operands: open });
  }

  #joined(kind: "all" | "any", operands: readonly GateId[], neutral: GateId): GateId {
    const sorted = operands.toSorted((a, b) => a - b);
    const different = sorted.filter((operand, at) => operand !== neutral && operand !== sorted[at - 1]);
    if (different.length < 2) return different[0] ?? neutral;
    return this.#kept(`${kind} ${different.join()}`, { kind, operands: different });
  }

  #kept(key: string, gate: Gate): GateId {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const added = this.#add(gate);
    this.#known.set(key, added);
    return added;
  }

  #add(gate: Gate): GateId {
    this.#readers.push(0);
    if (gate.kind === "all" || gate.kind === "any" || gate.kind === "at least")
      for (const operand of gate.operands) this.#readers[operand] = this.readersOf(operand) + 1;
    return this.#gates.push(gate) - 1;
  }
}

function isLiteralOf(gate: Gate, values: ValueSet): boolean {
  return (
    gate.kind === "literal" &&
    gate.values.length === values.length &&
    gate.values.every(({ low, high }, at) => low === values[at]?.low && high === values[at].high)
  );
}
