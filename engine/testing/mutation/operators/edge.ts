import type { Bound, Expression } from "../../../../dsl/index.ts";
import { atPlaces } from "../edit.ts";
import { thresholdsMoved } from "../thresholds.ts";

/** `more than` for `at least` and the like: the threshold itself is left out, or taken in. */
export const edge = atPlaces("edge of a threshold taken in or left out", (place, guideline) => [
  ...thresholdsMoved(place, guideline).flatMap(({ turns, test }) => (turns ? [{ by: test }] : [])),
  ...(place.expression.kind === "interval test" ? boundTurned(place.expression) : []),
]);

function boundTurned(test: Extract<Expression, { kind: "interval test" }>) {
  if (test.time.kind !== "since latest") return [];
  const bound = turned[test.bound];
  const text = test.text.replace(test.bound, bound);
  return [{ by: { ...test, bound, text: text === test.text ? `${test.text} [${bound}]` : text } }];
}

const turned: Readonly<Record<Bound, Bound>> = {
  "at least": "more than",
  "more than": "at least",
  "at most": "less than",
  "less than": "at most",
};
