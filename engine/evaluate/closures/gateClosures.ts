import type { Circuit, Gate, GateId } from "../../logic/index.ts";
import { CaseBits, type LiteralBit } from "./caseBits.ts";

/** Whether a gate is on for the case in hand. */
export type On = () => boolean;

/** Turns gates into closures, each when it is first asked for. They read one `CaseBits`. */
export class GateClosures {
  readonly bits = new CaseBits();
  readonly #circuit: Circuit;
  readonly #closures: On[] = [];

  constructor(circuit: Circuit) {
    this.#circuit = circuit;
  }

  closure(id: GateId): On {
    const known = this.#closures[id];
    if (known !== undefined) return known;
    const compiled = this.#compile(id, this.#circuit.gate(id));
    this.#closures[id] = compiled;
    return compiled;
  }

  #compile(id: GateId, gate: Gate): On {
    switch (gate.kind) {
      case "constant":
        return () => gate.value;
      case "literal":
        return someOf(this.bits, this.bits.bitOf(id, gate));
      case "at least":
        return remembered(
          this.bits,
          atLeast(
            gate.count,
            gate.operands.map((operand) => this.closure(operand)),
          ),
        );
      default:
        return remembered(this.bits, this.#joined(gate.kind, gate.operands));
    }
  }

  /** The literals of one word are one test of its bits. */
  #joined(kind: "all" | "any", operands: readonly GateId[]): On {
    const masks = new Map<number, number>();
    const others: GateId[] = [];
    for (const id of operands) {
      const gate = this.#circuit.gate(id);
      if (gate.kind !== "literal") others.push(id);
      else {
        const { word, bit } = this.bits.bitOf(id, gate);
        masks.set(word, (masks.get(word) ?? 0) | bit);
      }
    }
    const literals = [...masks].map(([word, bit]) => (kind === "all" ? allOf : someOf)(this.bits, { word, bit }));
    const gates = others.map((operand) => this.closure(operand));
    return (kind === "all" ? every : some)([...literals, ...gates]);
  }
}

function allOf(bits: CaseBits, { word, bit: mask }: LiteralBit): On {
  return () => {
    const read = bits.filledFor[word] === bits.case ? (bits.words[word] ?? 0) : bits.fill(word);
    return (read & mask) === mask;
  };
}

function someOf(bits: CaseBits, { word, bit: mask }: LiteralBit): On {
  return () => {
    const read = bits.filledFor[word] === bits.case ? (bits.words[word] ?? 0) : bits.fill(word);
    return (read & mask) !== 0;
  };
}

function every(all: readonly On[]): On {
  const [first, second, third] = all;
  if (first && second === undefined) return first;
  if (first && second && all.length === 2) return () => first() && second();
  if (first && second && third && all.length === 3) return () => first() && second() && third();
  return () => {
    for (const on of all) if (!on()) return false;
    return true;
  };
}

function some(all: readonly On[]): On {
  const [first, second, third] = all;
  if (first && second === undefined) return first;
  if (first && second && all.length === 2) return () => first() || second();
  if (first && second && third && all.length === 3) return () => first() || second() || third();
  return () => {
    for (const on of all) if (on()) return true;
    return false;
  };
}

function atLeast(count: number, all: readonly On[]): On {
  return () => {
    let wanted = count;
    for (const on of all) if (on() && --wanted === 0) return true;
    return false;
  };
}

/** Worked out once a case, however many gates and questions read it. */
function remembered(bits: CaseBits, on: On): On {
  const place = bits.place();
  return () => {
    const before = bits.remembered[place] ?? 0;
    if (before >> 1 === bits.case) return (before & 1) === 1;
    const is = on();
    bits.remembered[place] = 2 * bits.case + (is ? 1 : 0);
    return is;
  };
}
