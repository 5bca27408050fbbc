import type { Range } from "../../../dsl/index.ts";
import type { Gate, GateId } from "../../logic/index.ts";
import type { ValueSet } from "../../values/index.ts";
import type { Known } from "../evaluator.ts";

type Literal = Extract<Gate, { kind: "literal" }>;

/** Where a literal stands: on when the bit is set in the word. */
export interface LiteralBit {
  readonly word: number;
  readonly bit: number;
}

/** The literals of one quantity in one word. */
interface Column {
  readonly quantity: string;
  /** The bits of a case that leaves every value possible. */
  all: number;
  /** The ranges of each literal's values. */
  readonly pieces: (Range & { readonly bit: number })[];
}

const wordBits = 32;

/**
 * The literals of one case as bits, 32 to a word, and what gates that several others read came to. Both are worked out when
 * they are first read: a question asks for few of the quantities of a guideline. Literals get their bits in the order in which
 * they are compiled, so that those read together mostly share a word.
 */
export class CaseBits {
  #words = new Int32Array(8);
  /** By word: the case it holds the literals of. */
  #filledFor = new Int32Array(8);
  /** By remembered gate: twice the case it was last worked out for, plus one where it is on. */
  remembered = new Int32Array(8);
  /** The number of the case in hand; counted up from 1. */
  case = 0;
  #known: Known["quantities"] = new Map();
  /** Whether the case in hand leaves no value of some quantity: then it has no completion. */
  isEmpty = false;
  #gatesRemembered = 0;
  readonly #bits = new Map<GateId, LiteralBit>();
  /** By word: what it holds of each quantity. */
  readonly #columns: Column[][] = [];
  #bitsGiven = 0;

  /** From now on everything is read from this case. Most cases are asked about several times in a row. */
  take({ quantities }: Known): void {
    if (quantities === this.#known && this.case > 0) return;
    this.#known = quantities;
    this.isEmpty = leavesNothing(quantities);
    this.case += 1;
    if (this.case === lastCase) this.#forget();
  }

  /** The literals that a word holds, of the case in hand. */
  read(word: number): number {
    return this.#filledFor[word] === this.case ? (this.#words[word] ?? 0) : this.#fill(word);
  }

  #fill(word: number): number {
    let bits = 0;
    for (const column of this.#columns[word] ?? []) {
      const values = this.#known.get(column.quantity)?.values;
      bits |= values === undefined ? column.all : bitsWithin(column.pieces, values);
    }
    this.#words[word] = bits;
    this.#filledFor[word] = this.case;
    return bits;
  }

  bitOf(id: GateId, { quantity, values }: Literal): LiteralBit {
    const known = this.#bits.get(id);
    if (known !== undefined) return known;
    const given = this.#nextBit();
    this.#bits.set(id, given);
    const column = this.#column(given.word, quantity);
    column.all |= given.bit;
    column.pieces.push(...values.map((range) => ({ ...range, bit: given.bit })));
    return given;
  }

  #column(word: number, quantity: string): Column {
    const columns = (this.#columns[word] ??= []);
    const known = columns.find((column) => column.quantity === quantity);
    if (known !== undefined) return known;
    const added = { quantity, all: 0, pieces: [] };
    columns.push(added);
    return added;
  }

  /** A place to remember what a gate came to. */
  place(): number {
    if (this.#gatesRemembered === this.remembered.length) this.remembered = longer(this.remembered);
    return this.#gatesRemembered++;
  }

  #nextBit(): LiteralBit {
    const at = this.#bitsGiven++;
    const word = Math.floor(at / wordBits);
    if (word === this.#words.length) {
      this.#words = longer(this.#words);
      this.#filledFor = longer(this.#filledFor);
    }
    this.#filledFor[word] = 0;
    return { word, bit: 1 << (at % wordBits) };
  }

  #forget(): void {
    this.case = 1;
    this.#filledFor.fill(0);
    this.remembered.fill(0);
  }
}

/** What a case is reduced to on demand always leaves a value; to ask for all of it would reduce what no question needs. */
function leavesNothing(quantities: Known["quantities"]): boolean {
  if (!(quantities instanceof Map)) return false;
  for (const { values } of quantities.values()) if (values.length === 0) return true;
  return false;
}

// Written as plain loops: this runs for every quantity of every case.
function bitsWithin(pieces: Column["pieces"], values: ValueSet): number {
  let bits = 0;
  for (const { low, high } of values)
    for (const piece of pieces) if (low <= piece.high && piece.low <= high) bits |= piece.bit;
  return bits;
}

/** Twice a number of a case has to fit into 32 bits. */
const lastCase = 2 ** 30 - 1;

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * array.length);
  grown.set(array);
  return grown;
}
