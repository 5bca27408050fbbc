import {
  boundsOf,
  type CountFormula,
  definitionOf,
  type Formula,
  type Goal,
  type GuidelineProgram,
} from "../../ir/index.ts";
import { goalsOfSum } from "./sums.ts";

/** A goal whose formula is neither a name nor a NOT: those are passed through. */
export interface PlainGoal extends Goal {
  readonly formula: Exclude<Formula, { kind: "criterion" | "not" }>;
}

/** Asked several times of every formula: what is plain already is not made anew. */
export function plain(program: GuidelineProgram, goal: Goal): PlainGoal {
  if (isPlain(goal)) return goal;
  const { formula, wanted } = goal;
  if (formula.kind === "criterion")
    return plain(program, { formula: definitionOf(program, formula.definition), wanted });
  return formula.kind === "not" ? plain(program, { formula: formula.operand, wanted: !wanted }) : { formula, wanted };
}

function isPlain(goal: Goal): goal is PlainGoal {
  return goal.formula.kind !== "criterion" && goal.formula.kind !== "not";
}

/** How many of the operands are to hold: between `least` and `most`, inclusive. */
export interface CountWanted {
  readonly least: number;
  readonly most: number;
}

/** A count comes out as wanted in one of these ranges; none where it never does. */
export function countsWanted(formula: CountFormula, wanted: boolean): readonly CountWanted[] {
  const all = formula.operands.length;
  const { atLeast, atMost } = boundsOf(formula);
  const ranges = wanted
    ? [{ least: atLeast, most: atMost }]
    : [
        { least: 0, most: atLeast - 1 },
        { least: atMost + 1, most: all },
      ];
  return ranges
    .map(({ least, most }) => ({ least: Math.max(0, least), most: Math.min(all, most) }))
    .filter(({ least, most }) => least <= most);
}

/**
 * What the operands of a formula are to be, so that the formula comes out as wanted: an operand in both ways where more of
 * it could be too much.
 */
export function operandGoals({ formula, wanted }: PlainGoal): readonly Goal[] {
  switch (formula.kind) {
    case "test":
    case "constant":
      return [];
    case "weighted":
      return goalsOfSum(formula, wanted).flat();
    default:
      return goalsOfCount(formula, wanted);
  }
}

function goalsOfCount(formula: CountFormula, wanted: boolean): readonly Goal[] {
  const all = formula.operands.length;
  const ranges = countsWanted(formula, wanted);
  const upwards = ranges.some(({ least }) => least > 0);
  const downwards = ranges.some(({ most }) => most < all);
  return [...(upwards ? as(true, formula.operands) : []), ...(downwards ? as(false, formula.operands) : [])];
}

export function as(wanted: boolean, formulas: readonly Formula[]): readonly Goal[] {
  return formulas.map((formula) => ({ formula, wanted }));
}

export function bothWays(formulas: readonly Formula[]): readonly Goal[] {
  return [...as(true, formulas), ...as(false, formulas)];
}

/** Goals as a formula of their own. */
export function conjunction(goals: readonly Goal[]): Formula {
  const [first] = goals;
  const span = first?.formula.span ?? { start: 0, end: 0 };
  return { kind: "all", operands: goals.map(asFormula), text: first?.formula.text ?? "", span };
}

/** A formula that holds where the goal is reached. */
export function asFormula({ formula, wanted }: Goal): Formula {
  return wanted ? formula : { kind: "not", operand: formula, text: formula.text, span: formula.span };
}
