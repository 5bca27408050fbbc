import { boundsOf, definitionOf, type Formula, type GuidelineProgram, operandsOf, type Quantity } from "../ir/index.ts";
import { isSubset, intersects } from "../values/index.ts";
import { everyFormula, quantitiesOf } from "../logic/index.ts";
import { hangTogether } from "../witness/index.ts";

/**
 * Whether a criterion tests every quantity once, each so that it may hold and may fail, nothing assumed bears on them, and
 * none hangs together with another. It can then be met and not met, whatever part is taken out makes a difference, and no part
 * follows from others: most written criteria are so, and need no diagram.
 */
export function isReadOnce(program: GuidelineProgram, roots: readonly Formula[]): boolean {
  const reading = new Reading(program);
  return (
    roots.every((root) => reading.isPlain(root)) &&
    !reading.meets(program.assumptions) &&
    !hangTogether(program, reading.met)
  );
}

class Reading {
  readonly #program: GuidelineProgram;
  readonly #quantities: ReadonlyMap<string, Quantity>;
  readonly #met = new Set<string>();

  constructor(program: GuidelineProgram) {
    this.#program = program;
    this.#quantities = quantitiesOf(program);
  }

  isPlain(formula: Formula): boolean {
    switch (formula.kind) {
      case "constant":
      case "weighted":
        return false;
      case "test":
        return this.#isFirst(formula.quantity) && this.#isOpen(formula.quantity, formula.values);
      case "criterion":
        return this.isPlain(definitionOf(this.#program, formula.definition));
      case "count":
        return hasBothEnds(formula) && formula.operands.every((each) => this.isPlain(each));
      default:
        return operandsOf(formula).every((each) => this.isPlain(each));
    }
  }

  get met(): readonly string[] {
    return [...this.#met];
  }

  meets(assumptions: readonly Formula[]): boolean {
    return everyFormula(this.#program, assumptions).some(
      (each) => each.kind === "test" && this.#met.has(each.quantity),
    );
  }

  #isFirst(quantity: string): boolean {
    const { size } = this.#met;
    return this.#met.add(quantity).size > size;
  }

  #isOpen(quantity: string, values: Extract<Formula, { kind: "test" }>["values"]): boolean {
    const domain = this.#quantities.get(quantity)?.domain ?? [];
    return intersects(domain, values) && !isSubset(domain, values);
  }
}

function hasBothEnds(formula: Extract<Formula, { kind: "count" }>): boolean {
  const { atLeast, atMost } = boundsOf(formula);
  const all = formula.operands.length;
  return atLeast <= all && atMost >= 0 && atLeast <= atMost && (atLeast > 0 || atMost < all);
}
