import { atPlaces } from "../edit.ts";

/** One more or one fewer of `at least 2 of` and `exactly 1 of`. */
export const countOf = atPlaces("one more or one fewer of", ({ expression }) => {
  if (expression.kind !== "at least" && expression.kind !== "exactly") return [];
  return [expression.count + 1, expression.count - 1]
    .filter((count) => count > 0 && count <= expression.operands.length)
    .map((count) => ({ by: { ...expression, count } }));
});
