import type { Formula, Goal, GuidelineProgram } from "../../ir/index.ts";
import { isSubset, type ValueSet } from "../../values/index.ts";
import { ALWAYS, type Circuit, type GateId, NEVER } from "./circuit.ts";
import { operandGoals, plain } from "./goals.ts";

/** The literals of the tests that a goal rests on, each as it helps the goal. */
type Touched = readonly GateId[];

/** What goals may share, numbered: first what assumptions tie together, then quantities. */
type Shared = number;

/** Whether goals can be looked at one by one. */
export class Entanglement {
  readonly #program: GuidelineProgram;
  readonly #circuit: Circuit;
  readonly #literal: (goal: Goal) => GateId;
  readonly #assumedWith: ReadonlyMap<string, number>;
  readonly #assumedGroups: number;
  /** By literal. */
  readonly #keys: (Shared | undefined)[] = [];
  readonly #numbers = new Map<string, Shared>();
  /** By key: the round in which it was used last, and by which item. */
  readonly #usedIn: number[] = [];
  readonly #usedBy: number[] = [];
  #round = 0;
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
    this.#assumedGroups = new Set(assumedWith.values()).size;
  }

  /** The numbers of the assumed quantities a goal rests on. */
  assumed(goals: readonly Goal[]): ReadonlySet<number> {
    const keys = goals.flatMap((goal) => this.#touchedBy(goal).map((literal) => this.#keyOf(literal)));
    return new Set(keys.filter((key) => this.#isAssumed(key)));
  }

  /**
   * Parts the items, each the goals that one operand is wanted for, so that every completion of one group can be joined with
   * every completion of another, as far as the goals are concerned. Two items stay together when assumptions tie what they
   * rest on, or when they want different things of one quantity: `pain` here and NOT `pain` there. Where all that is wanted of
   * a quantity is one test stricter than the other (at least 4 weeks, at least 6 weeks), one value serves all that can be
   * served, whatever else holds, and nothing ties the items.
   */
  groups(items: readonly (readonly Goal[])[]): readonly (readonly number[])[] {
    const shared = this.#sharedBy(items);
    const joined = new Groups(items.length);
    for (const key of shared) {
      const users = items.map((goals, at) => ({ at, literals: this.#literalsOf(goals, key) }));
      const using = users.filter(({ literals }) => literals.length > 0);
      if (this.#isAssumed(key) || !this.#isChain(using.flatMap(({ literals }) => literals)))
        joined.join(using.map(({ at }) => at));
    }
    return joined.all();
  }

  /** As most goals of a written criterion do. */
  shareNothing(goals: readonly Goal[]): boolean {
    this.#round += 1;
    return goals.every((goal, at) =>
      this.#touchedBy(goal).every((literal) => this.#isFirstUse(this.#keyOf(literal), at)),
    );
  }

  /** What several of the items rest on. */
  #sharedBy(items: readonly (readonly Goal[])[]): ReadonlySet<Shared> {
    this.#round += 1;
    const shared = new Set<Shared>();
    for (const [at, goals] of items.entries())
      for (const goal of goals)
        for (const literal of this.#touchedBy(goal)) {
          const key = this.#keyOf(literal);
          if (!this.#isFirstUse(key, at)) shared.add(key);
        }
    return shared;
  }

  /** Whether no other item used it before in this round. */
  #isFirstUse(key: Shared, item: number): boolean {
    if (this.#usedIn[key] !== this.#round) {
      this.#usedIn[key] = this.#round;
      this.#usedBy[key] = item;
    }
    return this.#usedBy[key] === item;
  }

  #literalsOf(goals: readonly Goal[], key: Shared): readonly GateId[] {
    return goals.flatMap((goal) => this.#touchedBy(goal).filter((literal) => this.#keyOf(literal) === key));
  }

  #isAssumed(key: Shared): boolean {
    return key < this.#assumedGroups;
  }

  /** Looked up for every literal of every formula, so kept by literal. */
  #keyOf(literal: GateId): Shared {
    const known = this.#keys[literal];
    if (known !== undefined) return known;
    const gate = this.#circuit.gate(literal);
    if (gate.kind !== "literal") throw new Error("Only tests that can come out both ways are literals");
    const key = this.#assumedWith.get(gate.quantity) ?? this.#numberOf(gate.quantity);
    this.#keys[literal] = key;
    return key;
  }

  #numberOf(quantity: string): Shared {
    const known = this.#numbers.get(quantity);
    if (known !== undefined) return known;
    const number = this.#assumedGroups + this.#numbers.size;
    this.#numbers.set(quantity, number);
    return number;
  }

  #touchedBy(goal: Goal): Touched {
    const asked = plain(this.#program, goal);
    const { formula, wanted } = asked;
    if (formula.kind === "test") return this.#touchedByTest(asked);
    const known = wanted ? this.#touched.met : this.#touched.failed;
    const found = known.get(formula);
    if (found !== undefined) return found;
    const touched = merged(operandGoals(asked).map((operand) => this.#touchedBy(operand)));
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

/** Few literals are not worth a set; of many, none stands there twice, however often a criterion is used. */
function merged(all: readonly Touched[]): Touched {
  const together = all.flat();
  return together.length < fewLiterals ? together : [...new Set(together)];
}

const fewLiterals = 40;

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
