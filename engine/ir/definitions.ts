import type { Expression, Guideline } from "../../dsl/index.ts";

/** The definitions that are declared and do not refer to themselves, however far round. */
export function soundDefinitions(guideline: Guideline): ReadonlySet<string> {
  const uses = new Map(guideline.definitions.map((each) => [each.key, usedDefinitions(each.criterion)]));
  const sound = new Set<string>();
  const isSound = (key: string, path: readonly string[]): boolean => {
    if (sound.has(key)) return true;
    const used = uses.get(key);
    if (used === undefined || path.includes(key)) return false;
    const fine = used.every((each) => !uses.has(each) || isSound(each, [...path, key]));
    if (fine) sound.add(key);
    return fine;
  };
  for (const key of uses.keys()) isSound(key, []);
  return sound;
}

function usedDefinitions(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "test":
    case "list test":
      return [];
    case "criterion":
      return [expression.definition];
    case "not":
      return usedDefinitions(expression.operand);
    case "qualified":
      return [expression.criterion, ...expression.waivers, ...expression.exceptions].flatMap(usedDefinitions);
    default:
      return expression.operands.flatMap(usedDefinitions);
  }
}
