import type { Expression } from "../../semantics/index.ts";
import { inline, type Saying, spelledOut } from "./inline.ts";
import { clauseLines, indented, outlined } from "./outline.ts";
import { textLines } from "./text.ts";

/**
 * A criterion after `if`, `as` or the value of a row: its first line begins with `lead`. Bullets are indented below it, and so
 * are clauses such as `waived if`, but beside `as`, which is a clause itself.
 */
export type Criterion = (lead: string, criterion: Expression) => readonly string[];

/** In one line, and the waivers and exceptions of the whole on lines below it. */
export function inSentences(saying: Saying): Criterion {
  return (lead, criterion) => {
    if (criterion.kind !== "qualified") return [`${lead} ${inline(criterion, saying)}`];
    const { head, clauses } = partsOf(criterion, saying, lead);
    const words = inline(head, saying);
    const meant = criterion.waivers.length > 0 && words.includes(" AND ") && !/^\(.*\)$/.test(words);
    return [`${lead} ${meant ? `(${words})` : words}`, ...clauses];
  };
}

/** As numbered bullets. */
export function inOutline(saying: Saying): Criterion {
  return (lead, criterion) => {
    const { head, clauses } = partsOf(criterion, saying, lead);
    const { head: first, below } = outlined(head, saying);
    return [`${lead} ${first}`, ...below.map(indented), ...clauses];
  };
}

/** The criterion of a whole line, and the clauses below it. */
export function partsOf(criterion: Expression, saying: Saying, lead: string) {
  if (criterion.kind !== "qualified") return { head: criterion, clauses: [] };
  const inner = criterion.criterion.kind === "qualified" ? spelledOut(criterion.criterion) : criterion.criterion;
  const clauses = [...clauseLines(criterion, saying), ...textLines(criterion)];
  return { head: inner, clauses: lead === "as" ? clauses : clauses.map(indented) };
}
