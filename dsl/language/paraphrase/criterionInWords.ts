import type { Expression, FactType, Guideline } from "../../semantics/index.ts";
import { inline } from "./inline.ts";
import { type Names, namesIn, namesOfEntry } from "./names.ts";
import { valueText } from "./values.ts";

/** A criterion in one line of canonical words. `list`: the key of the list about whose entries it is, inside `where`. */
export function criterionInWords(guideline: Guideline, criterion: Expression, list: string | null = null): string {
  const names = list === null ? namesOfCase(guideline) : namesOfEntry(guideline, list);
  return inline(criterion, { guideline, names });
}

const kept = new WeakMap<Guideline, Names>();

/** Many criteria of one guideline are said one after the other. */
function namesOfCase(guideline: Guideline): Names {
  const names = kept.get(guideline) ?? namesIn(guideline);
  kept.set(guideline, names);
  return names;
}

/** A scaled value of a fact or table as an author writes it: `55.5 mmHg`; `null` for one that has no spelling. */
export function valueInWords(value: number, type: FactType): string | null {
  return valueText(value, type, "value");
}
