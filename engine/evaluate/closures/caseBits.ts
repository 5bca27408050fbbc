import type { Gate, GateId } from "../../logic/index.ts";
import { intersects, type ValueSet } from "../../values/index.ts";
import type { Known } from "../evaluator.ts";

type Literal = Extract<Gate, { kind: "literal" }>;

/** Where a literal stands: on when the bit is set in the word. */
export interface LiteralBit {
  readonly word: number;
  readonly bit: number;
}

const wordBits = 32;

/**
 * The literals of one case as bits, 32 to a word, and what gates that several others read came to. Both are worked out when
 * they are first read: a question asks for few of the quantities of a guideline. Literals get their bits in the order in which
 * they are compiled, so that those read together mostly share a word.
 */
export class CaseBits {
  /** Read only the words that `filled` has gone over for this case. */
  words = new Int32Array(8);
  /** By word: the case it holds the literals of. */
  filledFor = new Int32Array(8);
  /** By remembered gate: twice the case it was last worked out for, plus one where it is on. */
  remembered = new Int32Array(8);
  /** The number of the case in hand; counted up from 1. */
  case = 0;
  #known: Known["quantities"] = new Map();
  #gatesRemembered = 0;
  readonly #bits = new Map<GateId, LiteralBit>();
  readonly #literals: Map<string, (LiteralBit & { readonly values: ValueSet })[]>[] = [];
  #bitsGiven = 0;

  /** From now on everything is read from this case. Most cases are asked about several times in a row. */
  take({ quantities }: Known): void {
    if (quantities === this.#known && this.case > 0) return;
    this.#known = quantities;
    this.case += 1;
    if (this.case === lastCase) this.#forget();
  }

  /** Fills a word with the literals of the case in hand. */
  fill(word: number): number {
    let bits = 0;
    for (const [quantity, literals] of this.#literals[word] ?? []) {
      const values = this.#known.get(quantity)?.values;
      for (const literal of literals)
        if (values === undefined || intersects(values, literal.values)) bits |= literal.bit;
    }
    this.words[word] = bits;
    this.filledFor[word] = this.case;
    return bits;
  }

  bitOf(id: GateId, { quantity, values }: Literal): LiteralBit {
    const known = this.#bits.get(id);
    if (known !== undefined) return known;
    const given = this.#nextBit();
    this.#bits.set(id, given);
    const ofWord = (this.#literals[given.word] ??= new Map());
    const literals = ofWord.get(quantity) ?? [];
    ofWord.set(quantity, literals);
    literals.push({ ...given, values });
    return given;
  }

  /** A place to remember what a gate came to. */
  place(): number {
    if (this.#gatesRemembered === this.remembered.length) this.remembered = longer(this.remembered);
    return this.#gatesRemembered++;
  }

  #nextBit(): LiteralBit {
    const at = this.#bitsGiven++;
    const word = Math.floor(at / wordBits);
    if (word === this.words.length) {
      this.words = longer(this.words);
      this.filledFor = longer(this.filledFor);
    }
    this.filledFor[word] = 0;
    return { word, bit: 1 << (at % wordBits) };
  }

  #forget(): void {
    this.case = 1;
    this.filledFor.fill(0);
    this.remembered.fill(0);
  }
}

/** Twice a number of a case has to fit into 32 bits. */
const lastCase = 2 ** 30 - 1;

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(2 * array.length);
  grown.set(array);
  return grown;
}
