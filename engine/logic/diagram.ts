import type { Formula, Goal, GuidelineProgram, SettledOutcome } from "../ir/index.ts";
import { DiagramBuilder } from "./build.ts";
import { type Variable, variablesOf } from "./cells.ts";
import { everyFormula, type Order } from "./order.ts";
import { DiagramStore, type NodeId, TOO_LARGE } from "./store.ts";
import { IMPOSSIBLE, outcomeTerminal, terminalCount } from "./terminals.ts";

/** One function of a guideline, with all it rests on, in the order that suits it. `IMPOSSIBLE` where assumptions fail. */
export interface Diagram {
  readonly store: DiagramStore;
  /** By level. */
  readonly variables: readonly Variable[];
  readonly root: NodeId;
  /** Of every formula it rests on, down to the tests: true or false. */
  readonly formulas: ReadonlyMap<Formula, NodeId>;
}

export interface DiagramOptions {
  /** Nodes that a diagram may need while it is built. */
  readonly budget: number;
  /** Tried one after the other until one fits. */
  readonly orders: readonly Order[];
}

export type RankedGoals = readonly (readonly [SettledOutcome, readonly Goal[]])[];

export function formulasOf(ranked: RankedGoals): readonly Formula[] {
  return ranked.flatMap(([, goals]) => goals.map(({ formula }) => formula));
}

/** True where the formula holds; `null` when it is too large. `assumptions`: those that may bear on it. */
export function formulaDiagram(
  program: GuidelineProgram,
  formula: Formula,
  options: DiagramOptions,
  assumptions: readonly Formula[] = program.assumptions,
): Diagram | null {
  return firstThatFits(options, (order) => {
    const drawing = new Drawing(program, [formula], { budget: options.budget, order }, assumptions);
    return drawing.finish(drawing.node(formula));
  });
}

/** The first of the ranked outcomes whose goals are reached; `null` when it is too large. */
export function outcomeDiagram(
  program: GuidelineProgram,
  ranked: RankedGoals,
  options: DiagramOptions,
): Diagram | null {
  return firstThatFits(options, (order) => {
    const drawing = new Drawing(program, formulasOf(ranked), { budget: options.budget, order }, program.assumptions);
    const root = ranked
      .toReversed()
      .reduce((lower, [outcome, goals]) => drawing.choose(goals, outcomeTerminal(outcome), lower), IMPOSSIBLE);
    return drawing.finish(root);
  });
}

function firstThatFits({ orders }: DiagramOptions, draw: (order: Order) => Diagram | null): Diagram | null {
  for (const order of orders) {
    const diagram = draw(order);
    if (diagram !== null) return diagram;
  }
  return null;
}

class Drawing {
  readonly #store: DiagramStore;
  readonly #variables: readonly Variable[];
  readonly #builder: DiagramBuilder;
  readonly #assumptions: readonly Formula[];

  constructor(
    program: GuidelineProgram,
    formulas: readonly Formula[],
    { order, budget }: { readonly order: Order; readonly budget: number },
    assumptions: readonly Formula[],
  ) {
    const roots = [...formulas, ...assumptions];
    this.#variables = variablesOf(order(program, roots), everyFormula(program, roots));
    this.#store = new DiagramStore(this.#variables.length, terminalCount, budget);
    this.#builder = new DiagramBuilder(program, this.#store, this.#variables);
    this.#assumptions = assumptions;
  }

  node(formula: Formula): NodeId {
    return this.#builder.node(formula);
  }

  choose(goals: readonly Goal[], whenReached: NodeId, otherwise: NodeId): NodeId {
    const reached = goals.map(({ formula, wanted }) => {
      const node = this.node(formula);
      return wanted ? node : this.#builder.not(node);
    });
    return this.#store.choose(this.#builder.all(reached), whenReached, otherwise);
  }

  finish(root: NodeId): Diagram | null {
    const assumed = this.#builder.all(this.#assumptions.map((each) => this.node(each)));
    const possible = (node: NodeId) => this.#store.choose(assumed, node, IMPOSSIBLE);
    const formulas = new Map([...this.#builder.nodes].map(([formula, node]) => [formula, possible(node)]));
    const finished = { store: this.#store, variables: this.#variables, root: possible(root), formulas };
    return [finished.root, ...formulas.values()].includes(TOO_LARGE) ? null : finished;
  }
}
