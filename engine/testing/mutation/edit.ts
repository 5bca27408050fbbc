import { criterionInWords, type Expression, type Guideline, type Span } from "../../../dsl/index.ts";
import type { Place } from "./places.ts";

/** One change of one guideline, as an author might make it by mistake. Nothing is changed before `apply` is called. */
export interface Edit {
  /** `OR for AND` */
  readonly operator: string;
  readonly span: Span;
  /** In the guideline's words. */
  readonly before: string;
  readonly after: string;
  readonly apply: () => Guideline;
  /**
   * The edit is not of the text but of who reads it: while what this test asks is open, the test is taken to hold, or to fail.
   * `apply` then gives the guideline in which it always does.
   */
  readonly taken?: { readonly test: Expression; readonly as: boolean };
}

/** One kind of mistake: every place where a guideline could have it. */
export type Operator = (guideline: Guideline, places: readonly Place[]) => readonly Edit[];

/** What stands in the stead of a criterion. */
export interface Variant {
  readonly by: Expression;
  /** What is pointed at, where that is not the whole. */
  readonly span?: Span;
}

/** A mistake that is made at one place in the criteria. */
export function atPlaces(
  operator: string,
  variants: (place: Place, guideline: Guideline) => readonly Variant[],
): Operator {
  return (guideline, places) =>
    places.flatMap((place) =>
      variants(place, guideline).map((variant) => editAt(place, guideline, { operator, ...variant })),
    );
}

function editAt(
  { expression, list, put }: Place,
  guideline: Guideline,
  { operator, by, span = expression.span }: Variant & { readonly operator: string },
): Edit {
  const before = criterionInWords(guideline, expression, list);
  const said = criterionInWords(guideline, by, list);
  const after = said === before ? `${before} (${operator})` : said;
  return { operator, span, before, after, apply: () => put(named(by, expression, after)) };
}

/** A test that asks something else goes by other words: what is reduced from a list is told apart by the words of its tests. */
function named(by: Expression, before: Expression, after: string): Expression {
  return "operands" in by || by.text !== before.text ? by : { ...by, text: after };
}
