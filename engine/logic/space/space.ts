import { type Formula, type GuidelineProgram, outcomeGoals, type SettledOutcome } from "../../ir/index.ts";
import { DiagramBuilder } from "../build.ts";
import type { Variable } from "../cells.ts";
import { gatheredOrder } from "../gatheredOrder.ts";
import { type Order, readingOrder } from "../order.ts";
import { DiagramStore, FALSE, type NodeId, TOO_LARGE, TRUE } from "../store.ts";
import { type Assignment, assignmentOf, type Cube, cubeOf } from "./assignment.ts";
import { cheapestPaths } from "./paths.ts";
import { primeAround } from "./primes.ts";
import { nameIn, type SpacePart, sharedVariables } from "./sharedVariables.ts";
import { holdsThroughout } from "./within.ts";

export interface SpaceOptions {
  /** Nodes that all that is asked of the space may need together. */
  readonly budget: number;
}

const defaultBudget = 200_000;

/**
 * Formulas of one or several programs, drawn over the same quantities: a guideline and its next version, or its mutant. Equal
 * functions are the same node, so that what two formulas differ in is a function of its own, and each way to true in it is a
 * case on which they differ. Quantities are independent here; what cannot hold together is learned with `forbid`.
 *
 * Nodes say nothing of what is possible: a question about what can be is asked of `all([possible, node])`. What does not fit into the budget is `TOO_LARGE`, and so is whatever is made of it.
 */
export class Space {
  readonly variables: readonly Variable[];
  readonly #store: DiagramStore;
  readonly #builders: ReadonlyMap<GuidelineProgram, DiagramBuilder>;
  readonly #levels: ReadonlyMap<string, number>;
  readonly #anyBuilder: DiagramBuilder;
  /** True where nothing is that was forbidden. */
  #learned: NodeId = TRUE;

  /** At least one part; of parts of one program only the first counts. */
  constructor(parts: readonly SpacePart[], { budget = defaultBudget }: Partial<SpaceOptions> = {}) {
    const drawn = firstThatFits(parts, budget);
    this.#store = drawn.store;
    this.variables = drawn.variables;
    this.#builders = drawn.builders;
    this.#levels = levelsOf(drawn.variables);
    const [builder] = drawn.builders.values();
    if (builder === undefined) throw new Error("A space has at least one part");
    this.#anyBuilder = builder;
  }

  /** Assumptions of every part, and what was learned to be impossible. */
  get possible(): NodeId {
    return this.all([...this.#builders.keys()].map((program) => this.possibleIn(program)));
  }

  /** What the program takes to be possible, which knows nothing of what other parts assume. */
  possibleIn(program: GuidelineProgram): NodeId {
    return this.all([this.#learned, ...program.assumptions.map((each) => this.formula(program, each))]);
  }

  /** True in the completions where it holds, whatever is assumed. */
  formula(program: GuidelineProgram, formula: Formula): NodeId {
    return this.#of(program).node(formula);
  }

  /** True in the completions that give the service this outcome. */
  outcome(program: GuidelineProgram, service: string, outcome: SettledOutcome): NodeId {
    const goals = outcomeGoals(program, service).find(([each]) => each === outcome)?.[1] ?? [];
    return this.all(
      goals.map(({ formula, wanted }) =>
        wanted ? this.formula(program, formula) : this.not(this.formula(program, formula)),
      ),
    );
  }

  all(nodes: readonly NodeId[]): NodeId {
    return this.#anyBuilder.all(nodes);
  }

  any(nodes: readonly NodeId[]): NodeId {
    return this.#anyBuilder.any(nodes);
  }

  not(node: NodeId): NodeId {
    return this.#store.choose(node, FALSE, TRUE);
  }

  /** True where exactly one of the two is. */
  differ(one: NodeId, other: NodeId): NodeId {
    return this.#store.choose(one, this.not(other), other);
  }

  /** `null`: over the budget. Else whether some possible completion makes it true. */
  canBe(node: NodeId): boolean | null {
    const possibly = this.all([this.possible, node]);
    return possibly === TOO_LARGE ? null : possibly !== FALSE;
  }

  /** True where some value of the quantity makes it true; no longer about that quantity. */
  sometimes(quantity: string, node: NodeId): NodeId {
    return this.#without(quantity, node, (children) => this.any(children));
  }

  /** True where every value of the quantity makes it true; no longer about that quantity. */
  always(quantity: string, node: NodeId): NodeId {
    return this.#without(quantity, node, (children) => this.all(children));
  }

  /**
   * True where the rest leaves the quantity some value, and with every value it leaves the function is true: a case that
   * documents all but this quantity is decided there. `possible`: that of the program the function is of.
   */
  decidedWithout(quantity: string, node: NodeId, possible: NodeId): NodeId {
    const orImpossible = this.any([node, this.not(possible)]);
    return this.all([this.sometimes(quantity, possible), this.always(quantity, orImpossible)]);
  }

  /** True where the quantity decides it: a case that documents all but this quantity is open there. */
  openWithout(quantity: string, node: NodeId, possible: NodeId): NodeId {
    return this.all([
      this.sometimes(quantity, this.all([possible, node])),
      this.sometimes(quantity, this.all([possible, this.not(node)])),
    ]);
  }

  /** The function when the quantity is in the cell; no longer about that quantity. */
  given(node: NodeId, quantity: string, cell: number): NodeId {
    return this.#without(quantity, node, (children) => children[cell] ?? TOO_LARGE);
  }

  /** The quantities that a function depends on, in the order of reading. */
  supportOf(node: NodeId): readonly string[] {
    const levels = new Set([...this.#below(node)].map((each) => this.#store.level(each)));
    return this.variables.flatMap(({ quantity }, level) => (levels.has(level) ? [quantity] : []));
  }

  /** Whether the function is true wherever these values are. */
  isCertain(node: NodeId, assignment: Assignment): boolean {
    return node !== TOO_LARGE && holdsThroughout(this.#store, node, cubeOf(assignment, this.variables));
  }

  /**
   * What makes a function true, as little as can be said of a case, the most ordinary first; each as wide as it can be without
   * leaning on what is assumed. Nothing where no possible completion does, or over the budget. What is forbidden meanwhile is
   * not taken account of: ask anew.
   */
  *satisfying(node: NodeId): Generator<Assignment, void, undefined> {
    const possibly = this.all([this.possible, node]);
    if (possibly === TOO_LARGE) return;
    for (const path of cheapestPaths(this.#store, this.variables, possibly))
      yield assignmentOf(primeAround(this.#store, this.variables, node, path), this.variables);
  }

  /**
   * Exactly where a function is true, as far as is possible: true where one of these holds. None of them can be wider, none can
   * be left out; the smallest stand first. `null`: more than `most`, or over the budget.
   */
  cover(node: NodeId, most: number): readonly Assignment[] | null {
    const cubes = this.#cubes(node, most);
    return cubes && cubes.toSorted((a, b) => a.size - b.size).map((cube) => assignmentOf(cube, this.variables));
  }

  /** The function that is true where all these values are. */
  where(assignment: Assignment): NodeId {
    return this.#cube(cubeOf(assignment, this.variables));
  }

  /** These values were found not to hold together in any case. */
  forbid(assignment: Assignment): void {
    this.#learned = this.all([this.#learned, this.not(this.where(assignment))]);
  }

  #cubes(node: NodeId, most: number): readonly Cube[] | null {
    const wanted = this.all([this.possible, node]);
    const allowed = this.any([node, this.not(this.possible)]);
    const cubes: Cube[] = [];
    let rest = wanted;
    while (rest !== FALSE) {
      if (rest === TOO_LARGE || cubes.length === most) return null;
      const path = cheapestPaths(this.#store, this.variables, rest).next().value;
      if (path === undefined) return null;
      const prime = primeAround(this.#store, this.variables, allowed, path);
      cubes.push(prime);
      rest = this.all([rest, this.not(this.#cube(prime))]);
    }
    return this.#irredundant(cubes, wanted);
  }

  /** The widest were found last: those found first may be covered by the others. */
  #irredundant(cubes: readonly Cube[], wanted: NodeId): readonly Cube[] | null {
    let kept = cubes;
    for (const cube of cubes) {
      const others = kept.filter((each) => each !== cube);
      const missed = this.all([wanted, this.not(this.any(others.map((each) => this.#cube(each))))]);
      if (missed === TOO_LARGE) return null;
      if (missed === FALSE) kept = others;
    }
    return kept;
  }

  #cube(cube: Cube): NodeId {
    return [...cube]
      .toSorted(([a], [b]) => b - a)
      .reduce<NodeId>((below, [level, cells]) => {
        const all = this.variables[level]?.cells.length ?? 0;
        const children = Array.from({ length: all }, () => FALSE);
        for (const cell of cells) children[cell] = below;
        return this.#store.branch(level, children);
      }, TRUE);
  }

  #without(quantity: string, root: NodeId, join: (children: readonly NodeId[]) => NodeId): NodeId {
    const level = this.#levels.get(quantity);
    if (level === undefined) return root;
    const made = new Map<NodeId, NodeId>();
    const without = (node: NodeId): NodeId => {
      const at = this.#store.level(node);
      if (node === TOO_LARGE || at > level) return node;
      const known = made.get(node);
      if (known !== undefined) return known;
      const children = this.#store.children(node);
      const joined = at === level ? join(children) : this.#store.branch(at, children.map(without));
      made.set(node, joined);
      return joined;
    };
    return without(root);
  }

  #below(root: NodeId): ReadonlySet<NodeId> {
    const met = new Set([root]);
    for (const node of met) for (const child of this.#store.children(node)) met.add(child);
    return met;
  }

  #of(program: GuidelineProgram): DiagramBuilder {
    const builder = this.#builders.get(program);
    if (builder === undefined) throw new Error(`The space was not made for ${program.title}`);
    return builder;
  }
}

interface Drawn {
  readonly store: DiagramStore;
  readonly variables: readonly Variable[];
  readonly builders: ReadonlyMap<GuidelineProgram, DiagramBuilder>;
}

/** In the order of reading; where that does not fit, with what is tested together side by side. */
function firstThatFits(parts: readonly SpacePart[], budget: number): Drawn {
  const read = drawnIn(parts, budget, readingOrder);
  return read.fits ? read : drawnIn(parts, budget, gatheredOrder);
}

function drawnIn(parts: readonly SpacePart[], budget: number, order: Order): Drawn & { readonly fits: boolean } {
  const variables = sharedVariables(parts, order);
  const store = new DiagramStore(variables.length, terminals, budget);
  const levels = levelsOf(variables);
  const builders = new Map<GuidelineProgram, DiagramBuilder>();
  for (const part of parts) {
    const own = new Map(part.program.quantities.map(({ id }) => [id, levels.get(nameIn(part, id)) ?? -1]));
    if (!builders.has(part.program))
      builders.set(part.program, new DiagramBuilder(part.program, store, variables, own));
  }
  const nodes = parts.flatMap(({ program, formulas }) =>
    formulas.map((formula) => builders.get(program)?.node(formula) ?? TOO_LARGE),
  );
  return { store, variables, builders, fits: !nodes.includes(TOO_LARGE) };
}

/** False and true. */
const terminals = 2;

function levelsOf(variables: readonly Variable[]): ReadonlyMap<string, number> {
  return new Map(variables.map(({ quantity }, level) => [quantity, level]));
}
