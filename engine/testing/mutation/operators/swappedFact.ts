import type { Fact, Guideline } from "../../../../dsl/index.ts";
import { atPlaces } from "../edit.ts";
import { fieldsOf } from "../typeTested.ts";

/** Another fact of the same type is asked: the next one declared. */
export const swappedFact = atPlaces("swapped fact", ({ expression, list }, guideline) => {
  if (expression.kind !== "test" || expression.test.kind === "same") return [];
  const other = nextAlike(list === null ? guideline.facts : fieldsOf(guideline, list), expression.test.fact, guideline);
  return other === null ? [] : [{ by: { ...expression, test: { ...expression.test, fact: other.key } } }];
});

function nextAlike(declared: readonly Fact[], key: string, { calculations }: Guideline): Fact | null {
  const at = declared.findIndex((fact) => fact.key === key);
  const fact = declared[at];
  if (fact === undefined || calculations.some((each) => each.key === key)) return null;
  const following = [...declared.slice(at + 1), ...declared.slice(0, at)];
  const alike = ({ type, askedFor, orNone }: Fact): string => JSON.stringify([type, askedFor, orNone]);
  return following.find((other) => alike(other) === alike(fact)) ?? null;
}
