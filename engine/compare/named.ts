import { definitionOf } from "../ir/index.ts";
import { everyFormula, type NodeId, TOO_LARGE } from "../logic/index.ts";
import type { Side } from "./matching/index.ts";
import { formulasOf, type Question, type Subject } from "./question.ts";

/**
 * The definitions that a subject rests on in both versions, by key, and that mean the same in both: what changes can be said
 * by their names. With each, where it is met.
 */
export function namedCriteria(subject: Subject, { space, programs }: Question): ReadonlyMap<string, NodeId> {
  const used = (side: Side): ReadonlySet<string> => {
    const formulas = everyFormula(programs[side], formulasOf(subject, side, programs[side]));
    return new Set(formulas.flatMap((each) => (each.kind === "criterion" ? [each.definition] : [])));
  };
  const before = used("before");
  return new Map(
    [...used("now")].flatMap((key) => {
      if (!before.has(key)) return [];
      const node = space.formula(programs.now, definitionOf(programs.now, key));
      const isSame = node !== TOO_LARGE && node === space.formula(programs.before, definitionOf(programs.before, key));
      return isSame ? [[key, node] as const] : [];
    }),
  );
}
