import type { Fact, Guideline, List, Need } from "../../../dsl/index.ts";

/** A fact, list or field that may need evidence of some kind, and the guideline in which it needs something else. */
export interface Needing {
  readonly declared: Fact | List;
  readonly put: (needs: readonly Need[]) => Guideline;
}

export function withNeeds(guideline: Guideline): readonly Needing[] {
  const { facts, lists } = guideline;
  return [
    ...facts.map((fact, at) => ({
      declared: fact,
      put: (needs: readonly Need[]) => ({ ...guideline, facts: facts.with(at, { ...fact, needs }) }),
    })),
    ...lists.flatMap((list, at) => needingOf(list, (changed) => ({ ...guideline, lists: lists.with(at, changed) }))),
  ];
}

function needingOf(list: List, put: (changed: List) => Guideline): readonly Needing[] {
  return [
    { declared: list, put: (needs) => put({ ...list, needs }) },
    ...list.fields.map((field, at) => ({
      declared: field,
      put: (needs: readonly Need[]) => put({ ...list, fields: list.fields.with(at, { ...field, needs }) }),
    })),
  ];
}
