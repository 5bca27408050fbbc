import type { Formula, GuidelineProgram } from "../../ir/index.ts";
import { Space, TOO_LARGE } from "../../logic/index.ts";
import type { Sameness } from "./askTheSame.ts";

/** Whether formulas, one by one, are met by the same completions, as they stand or as they are drawn. Over the budget: not known, so no. */
export function sameFunctions(of: Sameness, before: readonly Formula[], now: readonly Formula[]): boolean {
  if (before.length !== now.length) return false;
  if (of.asTheyStand(before, now)) return true;
  const [earlier, later] = [unassuming(of.before.program), unassuming(of.now.program)];
  const space = new Space(
    [
      { program: earlier, formulas: before, as: of.quantities.before },
      { program: later, formulas: now, as: of.quantities.now },
    ],
    { budget: smallBudget },
  );
  return before.every((formula, at) => {
    const other = now[at];
    if (other === undefined) return false;
    const node = space.formula(earlier, formula);
    const isWeighedAlike = space.supportOf(node).every((name) => !of.quantities.stricter.has(name));
    return node !== TOO_LARGE && node === space.formula(later, other) && isWeighedAlike;
  });
}

/** Nodes: a renaming that takes more is not worth proving. */
const smallBudget = 20_000;

/** What it asks by itself. */
function unassuming(program: GuidelineProgram): GuidelineProgram {
  return { ...program, assumptions: [] };
}
