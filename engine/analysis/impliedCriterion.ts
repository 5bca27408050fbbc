import type { Formula } from "../ir/index.ts";
import type { PartSpace } from "./partSpace.ts";
import type { Place } from "./places.ts";
import type { Dispensable } from "./dispensable.ts";

/** A part that one of those beside it implies: required twice, or sufficient where the other suffices already. */
export function implied(tried: PartSpace, place: Place, siblings: readonly Formula[]): Dispensable | null {
  const { parent, formula } = place;
  if (place.role === "exception" || place.role === "requirement" || parent.kind === "count") return null;
  const isRequired = parent.kind === "all";
  const [own, denied] = [tried.node(formula), tried.not(formula)];
  if (tried.never(own) === true || tried.never(denied) === true) return null;
  const other = siblings.find((each) =>
    isRequired ? tried.never(tried.node(each), denied) === true : tried.never(own, tried.not(each)) === true,
  );
  return other === undefined
    ? null
    : { problem: "implied criterion", flaw: { message: words(formula, other, isRequired), ...labelled(other) } };
}

function words(one: Formula, other: Formula, isRequired: boolean): string {
  if (one.text === other.text) return `\`${one.text}\` is said twice.`;
  return isRequired
    ? `\`${one.text}\` asks nothing more than \`${other.text}\`, which stands beside it.`
    : `\`${one.text}\` is not needed: wherever it holds, \`${other.text}\` suffices already.`;
}

function labelled({ span }: Formula) {
  return {
    labels: [{ span, text: "says as much" }],
    hint: "Take out the one that is not meant.",
  };
}
