import type { Circuit, GateId } from "../../logic/index.ts";
import type { Quantity } from "../../ir/index.ts";
import { holds, intersects, segmentsWithin, type ValueSet } from "../../values/index.ts";

/** Bits of a word of literals. */
const wordBits = 32;

/** Where the bit of a literal stands. */
export interface LiteralBit {
  readonly word: number;
  /** A 32-bit integer with one bit set. */
  readonly mask: number;
}

/** Values of a quantity that no literal tells apart, as one range; `low` begins it, the next segment ends it. */
export interface Segment {
  readonly low: number;
  /** The bits of the literals that hold these values, by the quantity's own words; `null` outside the domain. */
  readonly bits: readonly number[] | null;
}

/** What a case says of a quantity, as bits: those of every literal with a value among those still possible. */
export interface PackedQuantity {
  readonly id: string;
  readonly domain: ValueSet;
  /** What its literals ask, and where they stand. */
  readonly literals: readonly (LiteralBit & { readonly values: ValueSet })[];
  /** The words its bits stand in. */
  readonly words: readonly number[];
  /** Ascending and without gaps, from the least value of the domain on. The last one lies beyond the domain. */
  readonly segments: readonly Segment[];
  /** The bits of a quantity that is not documented. */
  readonly all: readonly number[];
}

/** The literals that gates rest on as bits of words, those of one quantity side by side. */
export interface Layout {
  readonly words: number;
  readonly bits: ReadonlyMap<GateId, LiteralBit>;
  /** Those of the program, whether or not anything rests on them. */
  readonly quantities: readonly PackedQuantity[];
}

/** `gates`: those to be worked out, in reading order, so that what is read together stands together. */
export function layoutOf(circuit: Circuit, gates: readonly GateId[], quantities: readonly Quantity[]): Layout {
  const literals = Map.groupBy(literalsAmong(circuit, gates), ({ quantity }) => quantity);
  const known = new Set(quantities.map(({ id }) => id));
  for (const quantity of literals.keys())
    if (!known.has(quantity)) throw new Error(`The program has no quantity ${quantity}`);
  const places = new Places();
  for (const each of literals.values()) places.take(each);
  const packed = quantities.map(({ id, domain }) => packedQuantity(id, domain, literals.get(id) ?? [], places.bits));
  return { words: places.words, bits: places.bits, quantities: packed };
}

interface Literal {
  readonly id: GateId;
  readonly quantity: string;
  readonly values: ValueSet;
}

function literalsAmong(circuit: Circuit, gates: readonly GateId[]): readonly Literal[] {
  return gates.flatMap((id) => {
    const gate = circuit.gate(id);
    return gate.kind === "literal" ? [{ id, quantity: gate.quantity, values: gate.values }] : [];
  });
}

/** Hands out bits; a quantity whose literals fit into a word is not spread over two. */
class Places {
  readonly bits = new Map<GateId, LiteralBit>();
  #taken = 0;

  get words(): number {
    return Math.ceil(this.#taken / wordBits);
  }

  take(literals: readonly Literal[]): void {
    const left = wordBits - (this.#taken % wordBits);
    if (literals.length > left && literals.length <= wordBits) this.#taken += left;
    for (const { id } of literals) {
      this.bits.set(id, { word: Math.floor(this.#taken / wordBits), mask: 1 << (this.#taken % wordBits) });
      this.#taken += 1;
    }
  }
}

function packedQuantity(
  id: string,
  domain: ValueSet,
  literals: readonly Literal[],
  bits: ReadonlyMap<GateId, LiteralBit>,
): PackedQuantity {
  const starts = startsOf(domain, literals);
  const words = [...new Set(literals.map((literal) => bitOf(bits, literal).word))];
  const segments = starts.map((low) => ({ low, bits: holds(domain, low) ? words.map(() => 0) : null }));
  const all = words.map(() => 0);
  for (const literal of literals) {
    const { word, mask } = bitOf(bits, literal);
    const at = words.indexOf(word);
    if (intersects(literal.values, domain)) mark(all, at, mask);
    for (const segment of segmentsWithin(starts, literal.values)) mark(segments[segment]?.bits ?? null, at, mask);
  }
  const placed = literals.map((literal) => ({ ...bitOf(bits, literal), values: literal.values }));
  return { id, domain, literals: placed, words, segments, all };
}

function bitOf(bits: ReadonlyMap<GateId, LiteralBit>, { id }: Literal): LiteralBit {
  const bit = bits.get(id);
  if (bit === undefined) throw new Error(`The literal ${id} has no place`);
  return bit;
}

function mark(bits: number[] | null, at: number, mask: number): void {
  if (bits !== null) bits[at] = (bits[at] ?? 0) | mask;
}

/** Where the domain or a literal begins, and the value after it ends; none below the domain. */
function startsOf(domain: ValueSet, literals: readonly Literal[]): readonly number[] {
  const least = domain[0]?.low ?? 0;
  const last = (domain.at(-1)?.high ?? 0) + 1;
  const edges = [domain, ...literals.map(({ values }) => values)].flatMap((values) =>
    values.flatMap(({ low, high }) => [low, high + 1]),
  );
  return [...new Set(edges)].filter((edge) => least <= edge && edge <= last).toSorted((a, b) => a - b);
}
