import { trialResponses } from "../../../../dsl/index.ts";
import { holds, normalise, one, subtract } from "../../../values/index.ts";
import { atPlaces } from "../edit.ts";
import { typeOf } from "../typeTested.ts";

/** One of several choices is forgotten: `is injection` for `is one of injection, surgery`. */
export const droppedOption = atPlaces("dropped option", ({ expression, list }, guideline) => {
  if (expression.kind !== "test" || expression.test.kind !== "in") return [];
  const { test } = expression;
  const type = typeOf(guideline, test.fact, list);
  const options = test.part === "response" ? trialResponses : type?.kind === "one of" ? type.options : [];
  const ranges = normalise(test.ranges);
  const held = [...options.keys()].filter((value) => holds(ranges, value));
  if (held.length < 2) return [];
  return held.map((value) => ({ by: { ...expression, test: { ...test, ranges: subtract(ranges, one(value)) } } }));
});
