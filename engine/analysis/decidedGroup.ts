import type { Formula } from "../ir/index.ts";
import { whyAlways } from "./alwaysMet.ts";
import type { Dispensable } from "./dispensable.ts";
import { whyNever } from "./neverMet.ts";
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

/** What an exception asks that no case meets is no criterion that every case meets. */
export function decidedException(tried: PartSpace, excepted: Formula): Dispensable {
  const decided = decidedFlaw(tried, excepted, excepted.text);
  if (decided.problem !== "never met") return decided;
  const message = `\`${excepted.text}\` is never met, so this exception never applies.`;
  return { problem: "exception never applies", flaw: { ...decided.flaw, message } };
}

export function decidedFlaw(tried: PartSpace, formula: Formula, name: string): Dispensable {
  const never = tried.never(tried.node(formula)) === true;
  const message = `\`${name}\` is ${never ? "never" : "always"} met, whatever a case says.`;
  return never
    ? { problem: "never met", flaw: { message, ...whyNever(tried, formula) } }
    : { problem: "always met", flaw: { message, ...whyAlways(tried, formula) } };
}
