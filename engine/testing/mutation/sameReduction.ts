import type { GuidelineProgram, ListReduction, Quantity } from "../../ir/index.ts";
import { Space, TOO_LARGE } from "../../logic/index.ts";
import { entryProgram } from "../../values/reduce/index.ts";

/**
 * The quantity of `before` that is reduced from the same entries in the same way, though the words differ that pick them:
 * whether an entry counts is decided by all that its fields may be, so that equal functions of its fields pick the same.
 * `null`: none is proved to be.
 */
export function sameReduction(quantity: Quantity, after: GuidelineProgram, before: GuidelineProgram): Quantity | null {
  const reduction = after.reductions.find(({ fact }) => fact.key === quantity.fact);
  if (reduction === undefined) return null;
  const same = before.reductions.find((other) => areSame(reduction, other));
  const found = before.quantities.find(({ fact }) => fact === same?.fact.key);
  return found?.part === quantity.part ? found : null;
}

function areSame(one: ListReduction, other: ListReduction): boolean {
  return besidesEntries(one) === besidesEntries(other) && pickTheSame(one, other);
}

/** All but which entries count, and what of them is asked for that. */
function besidesEntries({ list, reduce, comparisons, calculations }: ListReduction): string {
  return JSON.stringify([list, reduce, comparisons, calculations]);
}

function pickTheSame(one: ListReduction, other: ListReduction): boolean {
  const programs = [one, other].map(entryProgram);
  const [first, second] = programs;
  if (first === undefined || second === undefined) return false;
  const space = new Space(programs.map((program) => ({ program, formulas: [program.scope] })));
  const [picked, otherwise] = [space.formula(first, first.scope), space.formula(second, second.scope)];
  return picked !== TOO_LARGE && picked === otherwise;
}
