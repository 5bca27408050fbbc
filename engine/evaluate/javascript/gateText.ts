import { indented, quoted } from "./source.ts";
import { type Answered, namedReadIn, type Plan, type Step, wordsReadIn } from "./steps.ts";
import type { Term, Unit, UnitId } from "./units.ts";

/**
 * The functions that work out gates, `gates_0` and so on. In them `w3` is word 3 of the literals of the case, `n3` the bits
 * that it lacks. No statement has a branch: mistaken guesses of a processor cost more than the gates.
 */
export function gateFunctions(units: readonly Unit[], plan: Plan): readonly string[] {
  const writer = new GateWriter(units, plan);
  return plan.chunks.map((steps, number) => writer.function(number, steps));
}

class GateWriter {
  readonly #units: readonly Unit[];
  readonly #plan: Plan;

  constructor(units: readonly Unit[], plan: Plan) {
    this.#units = units;
    this.#plan = plan;
  }

  function(number: number, steps: readonly Step[]): string {
    const lines = [...this.#taken(steps), ...steps.map((step) => this.#statement(step))];
    return `function gates_${number}(answers) {\n${indented(lines.join("\n"))}\n}`;
  }

  /** What the statements read of the case and of other functions. */
  #taken(steps: readonly Step[]): readonly string[] {
    const { named, shared } = this.#plan;
    const own = new Set(steps.flatMap((step) => (step.kind === "unit" ? [step.unit] : [])));
    const words = new Set(steps.flatMap((step) => wordsReadIn(this.#units, step, named)));
    const others = new Set(steps.flatMap((step) => namedReadIn(this.#units, step, named)));
    return [
      ...[...words].toSorted((a, b) => a - b).map((word) => `const w${word} = words[${word}], n${word} = ~w${word};`),
      ...[...others]
        .filter((unit) => !own.has(unit))
        .map((unit) => `const g${unit} = between[${shared.get(unit) ?? 0}];`),
    ];
  }

  #statement(step: Step): string {
    if (step.kind === "answer") return this.#answer(step.at, step.answered);
    const kept = this.#plan.shared.get(step.unit);
    const value = this.#number(step.unit);
    return `const g${step.unit} = ${kept === undefined ? "" : `between[${kept}] = `}${value};`;
  }

  #answer(at: number, { of, bits }: Answered): string {
    const shifted = bits.map((unit, bit) => (bit === 0 ? this.#bit(unit) : `${this.#bit(unit)} << ${bit}`));
    const possible = shifted.filter((_, bit) => bits[bit] !== undefined && !this.#isNever(bits[bit]));
    return `// ${quoted(of)}\nanswers[${at}] =\n  ${possible.length === 0 ? "0" : possible.join(" |\n  ")};`;
  }

  /** The number of a unit, as its form says. */
  #number(unit: UnitId): string {
    const { form } = this.#of(unit);
    const { masks, others } = this.#gathered(unit);
    const bits = [...masks].map(([word, mask]) => `(${form === "on" ? "w" : "n"}${word} & ${mask})`);
    const all = [...bits, ...others];
    return all.length === 0 ? "0" : all.join(form === "sum" ? " + " : " | ");
  }

  /** Bits by word, with those of the units of the same form that are written into this one; and whatever else it joins. */
  #gathered(
    unit: UnitId,
    masks = new Map<number, number>(),
    others: string[] = [],
  ): { readonly masks: ReadonlyMap<number, number>; readonly others: readonly string[] } {
    const { form, terms } = this.#of(unit);
    for (const term of terms)
      if (form === "sum" || (term.kind !== "bits" && !this.#isWrittenInto(term.unit, form)))
        others.push(this.#term(form, term));
      else if (term.kind === "bits") masks.set(term.word, (masks.get(term.word) ?? 0) | term.mask);
      else this.#gathered(term.unit, masks, others);
    return { masks, others };
  }

  #isWrittenInto(unit: UnitId, form: Unit["form"]): boolean {
    return this.#of(unit).form === form && !this.#plan.named.has(unit);
  }

  /** What is neither bits of a word nor written into the unit that reads it. */
  #term(form: Unit["form"], term: Term): string {
    if (term.kind === "part") return this.#operand(term.unit);
    if (term.kind === "bits") return countOf(term);
    if (form === "sum") return this.#bit(term.unit);
    return form === "on" ? this.#on(term.unit) : this.#off(term.unit);
  }

  /** Not zero when the gate is on. */
  #on(unit: UnitId): string {
    const { form, count } = this.#of(unit);
    if (form === "on") return this.#operand(unit);
    return form === "off" ? this.#isZero(unit) : `((${count - 1} - ${this.#operand(unit)}) >>> 31)`;
  }

  /** Zero when the gate is on. */
  #off(unit: UnitId): string {
    const { form, count } = this.#of(unit);
    if (form === "off") return this.#operand(unit);
    return form === "on" ? this.#isZero(unit) : `((${this.#operand(unit)} - ${count}) >>> 31)`;
  }

  /** 1 when the gate is on, otherwise 0. */
  #bit(unit: UnitId): string {
    if (this.#of(unit).terms.length === 0) return this.#isNever(unit) ? "0" : "1";
    return this.#of(unit).form === "on" ? `(${this.#isZero(unit)} ^ 1)` : this.#on(unit);
  }

  /** 1 when the number of the unit is zero, otherwise 0. */
  #isZero(unit: UnitId): string {
    return `(clz(${this.#read(unit)}) >>> 5)`;
  }

  /** A constant has no terms. */
  #isNever(unit: UnitId): boolean {
    const { form, terms } = this.#of(unit);
    return form === "on" && terms.length === 0;
  }

  #operand(unit: UnitId): string {
    return this.#plan.named.has(unit) ? this.#read(unit) : `(${this.#read(unit)})`;
  }

  #read(unit: UnitId): string {
    return this.#plan.named.has(unit) ? `g${unit}` : this.#number(unit);
  }

  #of(unit: UnitId): Unit {
    const found = this.#units[unit];
    if (found === undefined) throw new Error(`There is no unit ${unit}`);
    return found;
  }
}

/** How many of the bits are set: few are added up, more are counted together. */
function countOf({ word, mask }: { readonly word: number; readonly mask: number }): string {
  const bits: string[] = [];
  for (let left = mask; left !== 0; left &= left - 1)
    bits.push(`((w${word} >>> ${31 - Math.clz32(left & -left)}) & 1)`);
  return bits.length > 6 ? `ones(w${word} & ${mask})` : bits.join(" + ");
}
