import type { GuidelineSet } from "./guidelineSet.ts";

/** The set as it was in force on a date: what was not is left out, what was is in force whatever the service date. */
export function inForceOn(set: GuidelineSet, date: string): GuidelineSet {
  const always = { from: null, to: null };
  const guidelines = set.guidelines
    .filter(({ guideline: { effective } }) => (effective.from ?? date) <= date && date <= (effective.to ?? date))
    .map((each) => ({ ...each, guideline: { ...each.guideline, effective: always } }));
  return { ...set, guidelines };
}
