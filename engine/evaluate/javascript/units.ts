import type { Circuit, Gate, GateId } from "../../logic/index.ts";
import type { Layout } from "./layout.ts";

/**
 * A gate, or part of a gate of many operands, as one number that is worked out without a branch.
 *
 * - `on`: bits of literals ORed; not zero when the gate is on. Of `any`.
 * - `off`: bits that are missing, ORed; zero when the gate is on. Of `all`.
 * - `sum`: how many operands are on; the gate is when that is at least `count`.
 */
export interface Unit {
  readonly form: "on" | "off" | "sum";
  readonly count: number;
  readonly terms: readonly Term[];
  /** The units among its terms. */
  readonly reads: readonly UnitId[];
}

export type UnitId = number;

export type Term =
  /** Literals of one word. */
  | { readonly kind: "bits"; readonly word: number; readonly mask: number }
  | { readonly kind: "unit"; readonly unit: UnitId }
  /** Part of the same gate: its number is taken as it is. */
  | { readonly kind: "part"; readonly unit: UnitId };

/** The units that some gates are worked out by. What a unit reads has a smaller number. */
export interface Units {
  readonly units: readonly Unit[];
  readonly unitOf: ReadonlyMap<GateId, UnitId>;
}

/** More terms than this are worked out in parts, so that no function becomes too long to be compiled well. */
const mostTerms = 48;

/** `gates`: ascending, with all that they rest on. */
export function unitsOf(circuit: Circuit, gates: readonly GateId[], layout: Layout): Units {
  const builder = new UnitBuilder(circuit, layout);
  for (const gate of gates) builder.add(gate);
  return builder;
}

class UnitBuilder implements Units {
  readonly units: Unit[] = [];
  readonly unitOf = new Map<GateId, UnitId>();
  readonly #circuit: Circuit;
  readonly #layout: Layout;

  constructor(circuit: Circuit, layout: Layout) {
    this.#circuit = circuit;
    this.#layout = layout;
  }

  add(id: GateId): void {
    this.unitOf.set(id, this.#unit(id, this.#circuit.gate(id)));
  }

  #unit(id: GateId, gate: Gate): UnitId {
    switch (gate.kind) {
      case "constant":
        return this.#kept(gate.value ? "off" : "on", []);
      case "literal":
        return this.#kept("on", this.#terms([id]));
      case "any":
        return this.#kept("on", this.#terms(gate.operands));
      case "all":
        return this.#kept("off", this.#terms(gate.operands));
      case "at least":
        return this.#kept(
          "sum",
          layers(gate.operands).flatMap((layer) => this.#terms(layer)),
          gate.count,
        );
    }
  }

  #terms(operands: readonly GateId[]): readonly Term[] {
    const masks = new Map<number, number>();
    const units: Term[] = [];
    for (const operand of operands) {
      const bit = this.#layout.bits.get(operand);
      const unit = this.unitOf.get(operand);
      if (bit !== undefined) masks.set(bit.word, (masks.get(bit.word) ?? 0) | bit.mask);
      else if (unit !== undefined) units.push({ kind: "unit", unit });
      else throw new Error(`The gate ${operand} is read before it is worked out`);
    }
    return [...[...masks].map(([word, mask]): Term => ({ kind: "bits", word, mask })), ...units];
  }

  #kept(form: Unit["form"], terms: readonly Term[], count = 0): UnitId {
    if (terms.length <= mostTerms) {
      const reads = terms.flatMap((term) => (term.kind === "bits" ? [] : [term.unit]));
      return this.units.push({ form, count, terms, reads }) - 1;
    }
    const parts = Array.from({ length: Math.ceil(terms.length / mostTerms) }, (_, at): Term => {
      const unit = this.#kept(form, terms.slice(at * mostTerms, (at + 1) * mostTerms));
      return { kind: "part", unit };
    });
    return this.#kept(form, parts, count);
  }
}

/** An operand that stands there twice counts twice: each layer holds none twice. */
function layers(operands: readonly GateId[]): readonly (readonly GateId[])[] {
  const all: Set<GateId>[] = [];
  for (const operand of operands) {
    const open = all.find((layer) => !layer.has(operand));
    if (open === undefined) all.push(new Set([operand]));
    else open.add(operand);
  }
  return all.map((layer) => [...layer]);
}
