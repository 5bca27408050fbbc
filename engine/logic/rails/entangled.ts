import type { Formula, Goal, GuidelineProgram } from "../../ir/index.ts";
import { isSubset, type ValueSet } from "../../values/index.ts";
import { ALWAYS, type Circuit, type GateId, NEVER } from "./circuit.ts";
import { operandGoals, plain } from "./goals.ts";

/** The literals of the tests that a goal rests on, each as it helps the goal; none twice. */
type Touched = readonly GateId[];

/** What goals may share: a quantity, or the number of what assumptions tie together. */
type Shared = string | number;

/** Whether goals can be looked at one by one. */
export class Entanglement {
  readonly #program: GuidelineProgram;
  readonly #circuit: Circuit;
  readonly #literal: (goal: Goal) => GateId;
  readonly #assumedWith: ReadonlyMap<string, number>;
  readonly #touched = { met: new Map<Formula, Touched>(), failed: new Map<Formula, Touched>() };

  /** `literal`: of a test as wanted. `assumedWith`: for each quantity that assumptions are about, a number shared by those they tie. */
  constructor(
    program: GuidelineProgram,
    circuit: Circuit,
    literal: (goal: Goal) => GateId,
    assumedWith: ReadonlyMap<string, number>,
  ) {
    this.#program = program;
    this.#circuit = circuit;
    this.#literal = literal;
    this.#assumedWith = assumedWith;
  }

  /** The numbers of the assumed quantities a goal rests on. */
  assumed(goals: readonly Goal[]): ReadonlySet<number> {
    const shared = goals.flatMap((goal) => this.#touchedBy(goal).map((literal) => this.#sharedAs(literal)));
    return new Set(shared.filter((key) => typeof key === "number"));
  }

  /**
   * Parts the items, each the goals that one operand is wanted for, so that every completion of one group can be joined with
   * every completion of another, as far as the goals are concerned. Two items stay together when assumptions tie what they
   * rest on, or when they want different things of one quantity: `pain` here and NOT `pain` there. Where all that is wanted of
   * a quantity is one test stricter than the other (at least 4 weeks, at least 6 weeks), one value serves all that can be
   * served, whatever else holds, and nothing ties the items.
   */
  groups(items: readonly (readonly Goal[])[]): readonly (readonly number[])[] {
    const shared = this.#sharedByItems(items);
    const joined = new Groups(items.length);
    for (const key of shared) {
      const users = items.map((goals, at) => ({ at, literals: this.#literalsOf(goals, key) }));
      const using = users.filter(({ literals }) => literals.length > 0);
      if (typeof key === "number" || !this.#isChain(using.flatMap(({ literals }) => literals)))
        joined.join(using.map(({ at }) => at));
    }
    return joined.all();
  }

  /** What several of the items rest on: nothing, mostly. */
  #sharedByItems(items: readonly (readonly Goal[])[]): ReadonlySet<Shared> {
    const firstUser = new Map<Shared, number>();
    const shared = new Set<Shared>();
    for (const [at, goals] of items.entries())
      for (const goal of goals)
        for (const literal of this.#touchedBy(goal)) {
          const key = this.#sharedAs(literal);
          const first = firstUser.get(key);
          if (first === undefined) firstUser.set(key, at);
          else if (first !== at) shared.add(key);
        }
    return shared;
  }

  #literalsOf(goals: readonly Goal[], key: Shared): readonly GateId[] {
    return goals.flatMap((goal) => this.#touchedBy(goal).filter((literal) => this.#sharedAs(literal) === key));
  }

  #sharedAs(literal: GateId): Shared {
    const gate = this.#circuit.gate(literal);
    if (gate.kind !== "literal") throw new Error("Only tests that can come out both ways are literals");
    return this.#assumedWith.get(gate.quantity) ?? gate.quantity;
  }

  #touchedBy(goal: Goal): Touched {
    const { formula, wanted } = plain(this.#program, goal);
    if (formula.kind === "test") return this.#touchedByTest({ formula, wanted });
    const known = wanted ? this.#touched.met : this.#touched.failed;
    const found = known.get(formula);
    if (found !== undefined) return found;
    const touched = merged(operandGoals({ formula, wanted }).map((operand) => this.#touchedBy(operand)));
    known.set(formula, touched);
    return touched;
  }

  #touchedByTest(goal: Goal): Touched {
    const literal = this.#literal(goal);
    return literal === NEVER || literal === ALWAYS ? [] : [literal];
  }

  /** Each set of values holds the one before it. */
  #isChain(literals: readonly GateId[]): boolean {
    const sets = [...new Set(literals)].flatMap((literal) => {
      const gate = this.#circuit.gate(literal);
      return gate.kind === "literal" ? [gate.values] : [];
    });
    const bySize = sets.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    return bySize.every((set, at) => isSubset(set, bySize[at + 1] ?? set));
  }
}

function sizeOf(values: ValueSet): number {
  return values.reduce((size, { low, high }) => size + high - low + 1, 0);
}

function merged(all: readonly Touched[]): Touched {
  const [only, another] = all;
  if (only === undefined || another === undefined) return only ?? [];
  return [...new Set(all.flat())];
}

/** Numbers below `count`, in groups that only ever grow together. */
class Groups {
  readonly #leader: number[];
  #isJoined = false;

  constructor(count: number) {
    this.#leader = Array.from({ length: count }, (_, at) => at);
  }

  join([first = 0, ...others]: readonly number[]): void {
    this.#isJoined = true;
    for (const other of others) this.#leader[this.#leaderOf(other)] = this.#leaderOf(first);
  }

  all(): readonly (readonly number[])[] {
    if (!this.#isJoined) return this.#leader.map((at) => [at]);
    return [...Map.groupBy(this.#leader.keys(), (at) => this.#leaderOf(at)).values()];
  }

  #leaderOf(at: number): number {
    let leader = at;
    while (this.#leader[leader] !== leader) leader = this.#leader[leader] ?? leader;
    return leader;
  }
}
