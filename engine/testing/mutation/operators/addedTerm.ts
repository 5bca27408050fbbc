import type { Expression, Guideline } from "../../../../dsl/index.ts";
import { atPlaces } from "../edit.ts";
import { type Place, placesOf } from "../places.ts";
import { fieldsOf } from "../typeTested.ts";

/** One more term: a yes-or-no fact that the criterion does not ask yet, or else a test of a sibling criterion. */
export const addedTerm = atPlaces("added term", (place, guideline) => {
  const { expression } = place;
  const isWhole = expression === place.root && !("operands" in expression);
  if (expression.kind !== "all" && expression.kind !== "any" && !isWhole) return [];
  const added = factNotAsked(place, guideline) ?? testOfSibling(place, guideline);
  if (added === null) return [];
  const { span, text } = expression;
  if ("operands" in expression)
    return asksNothing(expression) ? [] : [{ by: { ...expression, operands: [...expression.operands, added] } }];
  return (["all", "any"] as const).map((kind) => ({ by: { kind, operands: [expression, added], span, text } }));
});

/** `S is covered`: what no `if` follows. */
const asksNothing = (expression: Expression): boolean => "operands" in expression && expression.operands.length === 0;

function factNotAsked({ root, list, expression: { span } }: Place, guideline: Guideline): Expression | null {
  const asked = JSON.stringify(root);
  const declared = list === null ? guideline.facts : fieldsOf(guideline, list);
  const fact = declared.find(
    ({ key, type, askedFor }) =>
      type.kind === "yes or no" && askedFor === null && !asked.includes(`"fact":${JSON.stringify(key)}`),
  );
  if (fact === undefined) return null;
  const test = { kind: "in", fact: fact.key, part: "value", ranges: [{ low: 1, high: 1 }] } as const;
  return { kind: "test", test, span, text: fact.name };
}

/** A copy of the first test elsewhere that this criterion does not have. */
function testOfSibling({ root, list }: Place, guideline: Guideline): Expression | null {
  const own = JSON.stringify(root);
  const found = placesOf(guideline).find(
    (other) =>
      other.root !== root &&
      other.list === list &&
      other.expression.kind === "test" &&
      !own.includes(JSON.stringify(other.expression.test)),
  );
  return found?.expression ?? null;
}
