import {
  assumptionGoals,
  boundsOf,
  type CountFormula,
  definitionOf,
  type Formula,
  type Goal,
  type GuidelineProgram,
  outcomeGoals,
  type SettledOutcome,
  type TestFormula,
  type WeightedFormula,
} from "../ir/index.ts";
import { intersect, isEmpty, isSubset, subtract, type ValueSet } from "../values/index.ts";
import { type Answers, type Evaluator, type Known, type Verdict, verdictOf } from "./evaluator.ts";

/*
 * The meaning of a guideline, said as plainly as we can: an answer is `met` when some completion of the case satisfies the
 * criterion and none fails it, and so on. Each "some completion" is a search: try Kleene's tables on the information sets as
 * they are; while a test is undecided, split its information set there and search both halves. Every other evaluator is
 * tested against this one, so it must stay short and free of tricks.
 */
export const interpreter: Evaluator = {
  compile: (program) => ({ value: interpret(program), diagnostics: [] }),
};

export function interpret(program: GuidelineProgram): Answers {
  return {
    program,
    answer(criterion, known) {
      const formula = typeof criterion === "string" ? definitionOf(program, criterion) : criterion;
      return answerOf(program, formula, known);
    },
    outcomes: (service, known) => outcomesOf(program, service, known),
    contradicted: (known) => contradictedBy(program, known),
  };
}

/** By quantity id; never empty once a search is under way. */
type Possible = ReadonlyMap<string, ValueSet>;

function answerOf(program: GuidelineProgram, formula: Formula, known: Known): Verdict {
  const assumed = assumptionGoals(program.assumptions);
  const canBe = (wanted: boolean) => someCompletion(program, [...assumed, { formula, wanted }], known);
  return verdictOf(canBe(true), canBe(false));
}

function outcomesOf(program: GuidelineProgram, service: string, known: Known): readonly SettledOutcome[] {
  const assumed = assumptionGoals(program.assumptions);
  return outcomeGoals(program, service)
    .filter(([, goals]) => someCompletion(program, [...assumed, ...goals], known))
    .map(([outcome]) => outcome);
}

/** Drops one assumption after the other as long as the rest still contradicts the case. */
function contradictedBy(program: GuidelineProgram, known: Known): readonly Formula[] {
  const contradicts = (assumptions: readonly Formula[]) =>
    !someCompletion(program, assumptionGoals(assumptions), known);
  if (!contradicts(program.assumptions)) return [];
  return program.assumptions.reduce<readonly Formula[]>((needed, assumption) => {
    const others = needed.filter((each) => each !== assumption);
    return contradicts(others) ? others : needed;
  }, program.assumptions);
}

/** Whether one value from each information set, chosen freely, makes every goal come out as wanted. */
function someCompletion(program: GuidelineProgram, goals: readonly Goal[], known: Known): boolean {
  const possible = new Map(
    program.quantities.map(({ id, domain }) => [id, intersect(known.quantities.get(id)?.values ?? domain, domain)]),
  );
  return [...possible.values()].every((values) => !isEmpty(values)) && search(program, goals, possible);
}

function search(program: GuidelineProgram, goals: readonly Goal[], possible: Possible): boolean {
  const undecided: Goal[] = [];
  for (const goal of goals) {
    const truth = kleene(program, goal.formula, possible);
    if (truth === null) undecided.push(goal);
    else if (truth !== goal.wanted) return false;
  }
  const [first] = undecided;
  if (first === undefined) return true;
  return splitAt(undecidedTest(program, first.formula, possible), possible).some((half) =>
    search(program, undecided, half),
  );
}

/** The two halves of the information set of the tested quantity: the values that satisfy the test, and the others. */
function splitAt(test: TestFormula, possible: Possible): readonly Possible[] {
  const values = valuesOf(test, possible);
  return [intersect(values, test.values), subtract(values, test.values)].map((half) =>
    new Map(possible).set(test.quantity, half),
  );
}

/** Kleene's strong tables; `null` is undecided. A decided truth value holds in every completion. */
function kleene(program: GuidelineProgram, formula: Formula, possible: Possible): boolean | null {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "test":
      return kleeneTest(formula, possible);
    case "criterion":
      return kleene(program, definitionOf(program, formula.definition), possible);
    case "not":
      return negated(kleene(program, formula.operand, possible));
    case "weighted":
      return kleeneWeighted(program, formula, possible);
    default:
      return kleeneCount(program, formula, possible);
  }
}

function kleeneTest(test: TestFormula, possible: Possible): boolean | null {
  const values = valuesOf(test, possible);
  if (isSubset(values, test.values)) return true;
  return isEmpty(intersect(values, test.values)) ? false : null;
}

function negated(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function kleeneCount(program: GuidelineProgram, formula: CountFormula, possible: Possible): boolean | null {
  const truths = formula.operands.map((operand) => kleene(program, operand, possible));
  const fewest = truths.filter((truth) => truth === true).length;
  const most = truths.filter((truth) => truth !== false).length;
  const { atLeast, atMost } = boundsOf(formula);
  if (most < atLeast || fewest > atMost) return false;
  return fewest >= atLeast && most <= atMost ? true : null;
}

/** By the smallest and the largest sum; in between some sums may not be reached, so that `null` is no promise of either. */
function kleeneWeighted(program: GuidelineProgram, formula: WeightedFormula, possible: Possible): boolean | null {
  const sums = formula.operands.reduce(
    ({ low, high }, operand, index) => {
      const points = formula.points[index] ?? 0;
      const truth = kleene(program, operand, possible);
      const [least, most] =
        truth === null ? [Math.min(0, points), Math.max(0, points)] : truth ? [points, points] : [0, 0];
      return { low: low + least, high: high + most };
    },
    { low: 0, high: 0 },
  );
  if (isSubset([sums], formula.values)) return true;
  return isEmpty(intersect([sums], formula.values)) ? false : null;
}

/** The first test, in the order written, that keeps an undecided formula undecided. */
function undecidedTest(program: GuidelineProgram, formula: Formula, possible: Possible): TestFormula {
  switch (formula.kind) {
    case "test":
      return formula;
    case "criterion":
      return undecidedTest(program, definitionOf(program, formula.definition), possible);
    case "not":
      return undecidedTest(program, formula.operand, possible);
    case "constant":
      throw new Error("A constant is always decided");
    default:
      return undecidedTest(program, firstUndecided(program, formula.operands, possible), possible);
  }
}

function firstUndecided(program: GuidelineProgram, operands: readonly Formula[], possible: Possible): Formula {
  const found = operands.find((operand) => kleene(program, operand, possible) === null);
  if (found === undefined) throw new Error("An undecided formula has an undecided operand");
  return found;
}

function valuesOf(test: TestFormula, possible: Possible): ValueSet {
  const values = possible.get(test.quantity);
  if (values === undefined) throw new Error(`The program has no quantity ${test.quantity}`);
  return values;
}
