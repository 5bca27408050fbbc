import type { Formula, Goal, GuidelineProgram } from "../../ir/index.ts";
import { isSubset, type ValueSet } from "../../values/index.ts";
import type { Circuit, GateId } from "./circuit.ts";
import { operandGoals, plain } from "./goals.ts";

/** By quantity: the literals of the tests that a goal rests on, each as it helps the goal. */
type Touched = ReadonlyMap<string, ReadonlySet<GateId>>;

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
    const quantities = goals.flatMap((goal) => [...this.touched(goal).keys()]);
    return new Set(quantities.flatMap((quantity) => this.#assumedWith.get(quantity) ?? []));
  }

  /**
   * Parts the items, each the goals that one operand is wanted for, so that every completion of one group can be joined with
   * every completion of another, as far as the goals are concerned. Two items stay together when assumptions tie what they
   * rest on, or when they want different things of one quantity: `pain` here and NOT `pain` there. Where all that is wanted of
   * a quantity is one test stricter than the other (at least 4 weeks, at least 6 weeks), one value serves all that can be
   * served, whatever else holds, and nothing ties the items.
   */
  groups(items: readonly (readonly Goal[])[]): readonly (readonly number[])[] {
    const joined = new Groups(items.length);
    const users = new Map<string | number, { readonly items: number[]; readonly literals: Set<GateId> }>();
    for (const [at, goals] of items.entries())
      for (const [key, literals] of this.#shared(goals)) {
        const user = users.get(key) ?? { items: [], literals: new Set() };
        users.set(key, user);
        user.items.push(at);
        for (const literal of literals) user.literals.add(literal);
      }
    for (const [key, user] of users)
      if (user.items.length > 1 && (typeof key === "number" || !this.#isChain(user.literals))) joined.join(user.items);
    return joined.all();
  }

  /** What items may share: quantities, or what assumptions tie together. */
  #shared(goals: readonly Goal[]): ReadonlyMap<string | number, ReadonlySet<GateId>> {
    const [only, ...others] = goals;
    if (only !== undefined && others.length === 0 && this.#assumedWith.size === 0) return this.touched(only);
    const shared = new Map<string | number, Set<GateId>>();
    for (const goal of goals)
      for (const [quantity, literals] of this.touched(goal)) {
        const key = this.#assumedWith.get(quantity) ?? quantity;
        shared.set(key, new Set([...(shared.get(key) ?? []), ...literals]));
      }
    return shared;
  }

  touched(goal: Goal): Touched {
    const { formula, wanted } = plain(this.#program, goal);
    const known = wanted ? this.#touched.met : this.#touched.failed;
    const found = known.get(formula);
    if (found !== undefined) return found;
    const touched =
      formula.kind === "test"
        ? new Map([[formula.quantity, new Set([this.#literal({ formula, wanted })])]])
        : merged(operandGoals({ formula, wanted }).map((operand) => this.touched(operand)));
    known.set(formula, touched);
    return touched;
  }

  /** Each set of values holds the one before it. */
  #isChain(literals: ReadonlySet<GateId>): boolean {
    const sets = [...literals].flatMap((literal) => {
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
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first ?? new Map();
  const together = new Map<string, Set<GateId>>();
  for (const touched of all)
    for (const [quantity, literals] of touched) {
      const into = together.get(quantity) ?? new Set();
      together.set(quantity, into);
      for (const literal of literals) into.add(literal);
    }
  return together;
}

/** Numbers below `count`, in groups that only ever grow together. */
class Groups {
  readonly #leader: number[];

  constructor(count: number) {
    this.#leader = Array.from({ length: count }, (_, at) => at);
  }

  join([first = 0, ...others]: readonly number[]): void {
    for (const other of others) this.#leader[this.#leaderOf(other)] = this.#leaderOf(first);
  }

  all(): readonly (readonly number[])[] {
    return [...Map.groupBy(this.#leader.keys(), (at) => this.#leaderOf(at)).values()];
  }

  #leaderOf(at: number): number {
    let leader = at;
    while (this.#leader[leader] !== leader) leader = this.#leader[leader] ?? leader;
    return leader;
  }
}
