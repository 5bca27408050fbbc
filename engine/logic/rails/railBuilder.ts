import type { CountFormula, Formula, Goal, GuidelineProgram, TestFormula, WeightedFormula } from "../../ir/index.ts";
import { complement, intersect, isEmpty, isSubset, type ValueSet } from "../../values/index.ts";
import { type DiagramOptions, formulaDiagram } from "../diagram.ts";
import { quantitiesOf } from "../order.ts";
import { TRUE } from "../store.ts";
import type { Assumed } from "./assumed.ts";
import { ALWAYS, type Circuit, type GateId, NEVER } from "./circuit.ts";
import { Entanglement } from "./entangled.ts";
import {
  as,
  asFormula,
  bothWays,
  conjunction,
  type CountWanted,
  countsWanted,
  operandGoals,
  type PlainGoal,
  plain,
} from "./goals.ts";
import { reachGate } from "./reachGate.ts";
import { goalsOfSum, sumGate, sumWanted } from "./sums.ts";

/**
 * Gates that say whether some completion makes a formula come out as wanted, assumptions included.
 *
 * OR asks each operand by itself: a completion for one will do. AND, and k of n, need one completion for several operands;
 * where these share nothing that one of them wants differently (see `Entanglement`), the completions of each can be joined, and
 * the operands are asked one by one too. Only what is entangled becomes a decision diagram. This widens the module theorem of
 * the semantics: modules may share quantities whose tests are a chain under inclusion.
 */
export class RailBuilder {
  readonly #program: GuidelineProgram;
  readonly #circuit: Circuit;
  readonly #assumed: Assumed;
  readonly #options: DiagramOptions;
  readonly #entanglement: Entanglement;
  readonly #literals = new Map<Formula, TestLiterals>();
  readonly #known = { met: new Map<Formula, GateId | null>(), failed: new Map<Formula, GateId | null>() };

  constructor(program: GuidelineProgram, circuit: Circuit, assumed: Assumed, options: DiagramOptions) {
    this.#program = program;
    this.#circuit = circuit;
    this.#assumed = assumed;
    this.#options = options;
    this.#entanglement = new Entanglement(program, circuit, (goal) => this.#literal(goal), assumed.groupOf);
  }

  /** `null`: what is entangled in it is too large for a diagram. */
  canBe(goal: Goal): GateId | null {
    const asked = plain(this.#program, goal);
    const { formula, wanted } = asked;
    if (formula.kind === "test" && !this.#assumed.groupOf.has(formula.quantity)) return this.#literal(asked);
    const known = wanted ? this.#known.met : this.#known.failed;
    const found = known.get(formula);
    if (found !== undefined) return found;
    const gate = this.#build(asked);
    known.set(formula, gate);
    return gate;
  }

  /** Whether one completion brings all goals about. */
  canAllBe(goals: readonly Goal[]): GateId | null {
    if (this.#entanglement.shareNothing(goals)) return this.#joined("all", this.#each(goals));
    const wanted = this.#withTestsJoined(goals.map((goal) => plain(this.#program, goal)));
    const groups = this.#entanglement.groups(wanted.map((goal) => [goal]));
    return this.#joined(
      "all",
      groups.map((group) => this.#together(group.flatMap((at) => wanted[at] ?? []))),
    );
  }

  #build(goal: PlainGoal): GateId | null {
    const { formula, wanted } = goal;
    switch (formula.kind) {
      case "constant":
        return formula.value === wanted ? ALWAYS : NEVER;
      case "test":
        return this.#drawn([goal]);
      case "weighted":
        return this.#sum(goal, formula);
      default:
        return this.#joined(
          "any",
          countsWanted(formula, wanted).map((count) => this.#count(formula, count)),
        );
    }
  }

  #count({ operands }: CountFormula, { least, most }: CountWanted): GateId | null {
    if (most === operands.length) return this.#atLeast(least, as(true, operands));
    if (least === 0) return this.#atLeast(operands.length - most, as(false, operands));
    if (!this.#areFree(operands.map((operand) => bothWays([operand]))))
      return this.#drawn([between(operands, least, most)]);
    return this.#joined("all", [
      this.#atLeast(least, as(true, operands)),
      this.#atLeast(operands.length - most, as(false, operands)),
    ]);
  }

  #atLeast(count: number, goals: readonly Goal[]): GateId | null {
    if (count === goals.length) return this.canAllBe(goals);
    if (count > 1 && !this.#entanglement.shareNothing(goals) && !this.#areFree(goals.map((goal) => [goal])))
      return this.#drawn([between(goals.map(asFormula), count, goals.length)]);
    const gates = this.#each(goals);
    return gates.every((gate) => gate !== null) ? this.#circuit.atLeast(count, gates) : null;
  }

  #sum(goal: PlainGoal, formula: WeightedFormula): GateId | null {
    const gate = this.#areFree(goalsOfSum(formula, goal.wanted))
      ? sumGate(this.#circuit, sumWanted(formula, goal.wanted), (operand) => this.canBe(operand))
      : null;
    return gate ?? this.#drawn([goal]);
  }

  /** Goals of one group: those that are ANDs are taken apart, as parts of them may be free; what is left is drawn. */
  #together(goals: readonly PlainGoal[]): GateId | null {
    const [only, ...others] = goals;
    if (only === undefined) return ALWAYS;
    if (others.length === 0) return this.canBe(only);
    return goals.some(isConjunction) ? this.canAllBe(goals.flatMap(takenApart)) : this.#drawn(goals);
  }

  #areFree(items: readonly (readonly Goal[])[]): boolean {
    return this.#entanglement.groups(items).length === items.length;
  }

  /** Several tests of one quantity are one test of the values they share. */
  #withTestsJoined(goals: readonly PlainGoal[]): readonly PlainGoal[] {
    const byQuantity = Map.groupBy(goals, ({ formula }) => (formula.kind === "test" ? formula.quantity : null));
    return [...byQuantity].flatMap(([quantity, all]) =>
      quantity === null || all.length === 1 ? all : this.#joinedTest(quantity, all),
    );
  }

  #joinedTest(quantity: string, goals: readonly PlainGoal[]): readonly PlainGoal[] {
    const values = goals.map((goal) => this.#valuesOf(goal)).reduce(intersect);
    return goals
      .slice(0, 1)
      .map(({ formula }) => ({ formula: { ...formula, kind: "test", quantity, values }, wanted: true }));
  }

  #literal({ formula, wanted }: Goal): GateId {
    const known = this.#literals.get(formula) ?? this.#newLiterals(formula);
    return wanted ? known.met : known.failed;
  }

  #newLiterals(formula: Formula): TestLiterals {
    if (formula.kind !== "test") throw new Error("Only a test is a literal");
    const domain = this.#domainOf(formula);
    const literals = {
      met: this.#literalOf(formula.quantity, intersect(formula.values, domain), domain),
      failed: this.#literalOf(formula.quantity, complement(formula.values, domain), domain),
    };
    this.#literals.set(formula, literals);
    return literals;
  }

  #literalOf(quantity: string, values: ValueSet, domain: ValueSet): GateId {
    if (isEmpty(values)) return NEVER;
    return isSubset(domain, values) ? ALWAYS : this.#circuit.literal(quantity, values);
  }

  /** The values that make a test come out as wanted. */
  #valuesOf({ formula, wanted }: Goal): ValueSet {
    if (formula.kind !== "test") return [];
    const domain = this.#domainOf(formula);
    return wanted ? intersect(formula.values, domain) : complement(formula.values, domain);
  }

  #domainOf({ quantity }: TestFormula): ValueSet {
    const found = quantitiesOf(this.#program).get(quantity);
    if (found === undefined) throw new Error(`The program has no quantity ${quantity}`);
    return found.domain;
  }

  #drawn(goals: readonly Goal[]): GateId | null {
    const assumptions = [...this.#entanglement.assumed(goals)].flatMap((group) => this.#assumed.groups[group] ?? []);
    const diagram = formulaDiagram(this.#program, conjunction(goals), this.#options, assumptions);
    return diagram && reachGate(this.#circuit, diagram, TRUE);
  }

  #each(goals: readonly Goal[]): readonly (GateId | null)[] {
    return goals.map((goal) => this.canBe(goal));
  }

  #joined(kind: "all" | "any", gates: readonly (GateId | null)[]): GateId | null {
    return gates.every((gate) => gate !== null) ? this.#circuit[kind](gates) : null;
  }
}

/** On where a test can be met, and where it can fail. */
interface TestLiterals {
  readonly met: GateId;
  readonly failed: GateId;
}

function isConjunction({ formula, wanted }: PlainGoal): boolean {
  return formula.kind === (wanted ? "all" : "any");
}

function takenApart(goal: PlainGoal): readonly Goal[] {
  return isConjunction(goal) ? operandGoals(goal) : [goal];
}

/** `operands` as a count of its own. */
function between(operands: readonly Formula[], atLeast: number, atMost: number): Goal {
  const span = operands[0]?.span ?? { start: 0, end: 0 };
  return { formula: { kind: "count", atLeast, atMost, operands, text: "", span }, wanted: true };
}
