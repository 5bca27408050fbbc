import type { Formula } from "../ir/index.ts";
import { covering } from "./alwaysMet.ts";
import type { Dispensable } from "./dispensable.ts";
import { clashing } from "./neverMet.ts";
import type { PartSpace } from "./partSpace.ts";
import { isGroup, isWithin, type Place } from "./places.ts";

/** Groups that no case meets, or every case; of those within each other the outermost. */
export function decidedAmong(tried: PartSpace, places: readonly Place[]): ReadonlySet<Place> {
  const decided: Place[] = [];
  for (const place of places)
    if (isGroup(place.formula) && !decided.some((each) => isWithin(place, each)) && isDecided(tried, place.formula))
      decided.push(place);
  return new Set(decided.filter((place) => tried.constantUnder(place.formula) === null));
}

const isDecided = (tried: PartSpace, formula: Formula): boolean =>
  tried.never(tried.node(formula)) === true || tried.never(tried.not(formula)) === true;

export function decidedFlaw(tried: PartSpace, formula: Formula, name: string): Dispensable {
  const never = tried.never(tried.node(formula)) === true;
  const [one, other] = (never ? clashing(tried, formula) : covering(tried, formula)) ?? [];
  const message = `\`${name}\` is ${never ? "never" : "always"} met, whatever a case says.`;
  const problem = never ? "never met" : "always met";
  if (one === undefined || other === undefined) return { problem, flaw: { message } };
  return {
    problem,
    flaw: {
      message,
      hint: never
        ? `\`${one.text}\` and \`${other.text}\` exclude each other.`
        : `One of \`${one.text}\` and \`${other.text}\` holds of every case.`,
      labels: [one, other].map(({ span }) => ({
        span,
        text: never ? "excludes the other" : "leaves only what the other holds",
      })),
    },
  };
}
