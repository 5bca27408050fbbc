import { one, normalise, subtract } from "../../../values/index.ts";
import { atPlaces } from "../edit.ts";
import { typeOf } from "../typeTested.ts";

/** One of several choices is forgotten: `is injection` for `is one of injection, surgery`. */
export const droppedOption = atPlaces("dropped option", ({ expression, list }, guideline) => {
  if (expression.kind !== "test" || expression.test.kind !== "in") return [];
  const { test } = expression;
  const type = typeOf(guideline, test.fact, list);
  if (test.part !== "response" && type?.kind !== "one of") return [];
  const values = test.ranges.flatMap(({ low, high }) => Array.from({ length: high - low + 1 }, (_, at) => low + at));
  if (values.length < 2 || values.length > mostOptions) return [];
  return values.map((value) => ({
    by: { ...expression, test: { ...test, ranges: subtract(normalise(test.ranges), one(value)) } },
  }));
});

/** Nobody writes out more. */
const mostOptions = 40;
