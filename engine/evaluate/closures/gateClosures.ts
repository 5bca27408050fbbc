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
        return anyLiteral(this.bits, [this.bits.bitOf(id, gate)]);
      case "at least":
        return this.#remembered(id, atLeast(gate.count, this.#each(gate.operands)));
      default:
        return this.#remembered(id, this.#joined(gate.kind, gate.operands));
    }
  }

  /** What several gates read is worked out once a case. */
  #remembered(id: GateId, on: On): On {
    return this.#circuit.readersOf(id) > 1 ? remembered(this.bits, on) : on;
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
    const literals = [...masks].map(([word, bit]) => ({ word, bit }));
    const gates = this.#each(others);
    if (literals.length === 0) return (kind === "all" ? every : some)(gates);
    const first = (kind === "all" ? allLiterals : anyLiteral)(this.bits, literals);
    return (kind === "all" ? every : some)([first, ...gates]);
  }

  #each(ids: readonly GateId[]): readonly On[] {
    return ids.map((id) => this.closure(id));
  }
}

// Of one or two words, as most are, without a loop.

function allLiterals(bits: CaseBits, masks: readonly LiteralBit[]): On {
  const [first = nothing, second = nothing] = masks;
  const [word, mask, otherWord, otherMask] = [first.word, first.bit, second.word, second.bit];
  if (masks.length === 1) return () => (bits.read(word) & mask) === mask;
  if (masks.length === 2)
    return () => (bits.read(word) & mask) === mask && (bits.read(otherWord) & otherMask) === otherMask;
  return () => {
    for (const each of masks) if ((bits.read(each.word) & each.bit) !== each.bit) return false;
    return true;
  };
}

function anyLiteral(bits: CaseBits, masks: readonly LiteralBit[]): On {
  const [first = nothing, second = nothing] = masks;
  const [word, mask, otherWord, otherMask] = [first.word, first.bit, second.word, second.bit];
  if (masks.length === 1) return () => (bits.read(word) & mask) !== 0;
  if (masks.length === 2) return () => (bits.read(word) & mask) !== 0 || (bits.read(otherWord) & otherMask) !== 0;
  return () => {
    for (const each of masks) if ((bits.read(each.word) & each.bit) !== 0) return true;
    return false;
  };
}

const nothing: LiteralBit = { word: 0, bit: 0 };

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
