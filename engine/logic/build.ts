import {
  boundsOf,
  type CountFormula,
  definitionOf,
  type Formula,
  type GuidelineProgram,
  operandsOf,
} from "../ir/index.ts";
import { holds, lowest } from "../values/index.ts";
import type { Variable } from "./cells.ts";
import { type DiagramStore, FALSE, type NodeId, TRUE } from "./store.ts";
import { weightedSum } from "./weightedSum.ts";

/** Builds the diagram of each formula once. `nodes` then holds every formula met on the way. */
export class DiagramBuilder {
  readonly nodes = new Map<Formula, NodeId>();
  readonly #program: GuidelineProgram;
  readonly #store: DiagramStore;
  readonly #variables: readonly Variable[];
  readonly #levels: ReadonlyMap<string, number>;

  /** `levels`: of each quantity of the program; left out where the variables go by the names of its quantities. */
  constructor(
    program: GuidelineProgram,
    store: DiagramStore,
    variables: readonly Variable[],
    levels: ReadonlyMap<string, number> = new Map(variables.map(({ quantity }, level) => [quantity, level])),
  ) {
    this.#program = program;
    this.#store = store;
    this.#variables = variables;
    this.#levels = levels;
  }

  /** True in the completions that satisfy the formula, assumptions left aside. */
  node(formula: Formula): NodeId {
    const known = this.nodes.get(formula);
    if (known !== undefined) return known;
    const built = this.#build(formula);
    this.nodes.set(formula, built);
    return built;
  }

  all(nodes: readonly NodeId[]): NodeId {
    return nodes.reduceRight((rest, node) => this.#store.choose(node, rest, FALSE), TRUE);
  }

  any(nodes: readonly NodeId[]): NodeId {
    return nodes.reduceRight((rest, node) => this.#store.choose(node, TRUE, rest), FALSE);
  }

  not(node: NodeId): NodeId {
    return this.#store.choose(node, FALSE, TRUE);
  }

  #build(formula: Formula): NodeId {
    switch (formula.kind) {
      case "constant":
        return truth(formula.value);
      case "test":
        return this.#test(formula);
      case "criterion":
        return this.node(definitionOf(this.#program, formula.definition));
      case "not":
        return this.not(this.node(formula.operand));
      case "all":
        return this.all(this.#nodes(formula));
      case "any":
        return this.any(this.#nodes(formula));
      case "count":
        return this.#count(formula);
      case "weighted":
        return weightedSum(this.#store, formula, this.#nodes(formula));
    }
  }

  /** A test holds all of a cell or nothing of it. */
  #test(test: Extract<Formula, { kind: "test" }>): NodeId {
    const level = this.#levels.get(test.quantity);
    const variable = level === undefined ? undefined : this.#variables[level];
    if (level === undefined || variable === undefined) throw new Error(`The program has no quantity ${test.quantity}`);
    return this.#store.branch(
      level,
      variable.cells.map((cell) => truth(holds(test.values, lowest(cell) ?? 0))),
    );
  }

  #nodes(formula: Formula): readonly NodeId[] {
    return operandsOf(formula).map((operand) => this.node(operand));
  }

  /**
   * k of n by counting: a diagram for each operand and each number already met, from the last operand to the first;
   * never by listing which k.
   */
  #count(formula: CountFormula): NodeId {
    const operands = this.#nodes(formula);
    const { atLeast, atMost } = boundsOf(formula);
    let metSoFar = Array.from({ length: operands.length + 1 }, (_, met) => truth(met >= atLeast && met <= atMost));
    for (const operand of operands.toReversed()) {
      const after = metSoFar;
      metSoFar = after.slice(1).map((ifMet, met) => this.#store.choose(operand, ifMet, after[met] ?? FALSE));
    }
    return metSoFar[0] ?? FALSE;
  }
}

function truth(value: boolean): NodeId {
  return value ? TRUE : FALSE;
}
