import { anchors } from "./anchors.ts";
import type { Named } from "./environment.ts";
import type { Fact } from "./model.ts";
import { nameKey } from "./names.ts";
import type { Anchor } from "./types.ts";

/** The dates that every case has in full, as facts: `service date is on or after 2020-01-01`. No guideline declares them. */
export const caseDates: readonly (Fact & { readonly name: Anchor })[] = anchors.map((name) => ({
  name,
  key: nameKey(name),
  type: { kind: "date" },
  askedFor: null,
  orNone: false,
  needs: [],
  wording: null,
  citation: null,
  notes: [],
  span: { start: 0, end: 0 },
}));

export function caseDate(anchor: Anchor): Fact {
  const found = caseDates.find(({ name }) => name === anchor);
  if (found === undefined) throw new Error(`No case has a ${anchor}`);
  return found;
}

export function isCaseDate(key: string): boolean {
  return caseDates.some((date) => date.key === key);
}

/** As names of a criterion. */
export const caseDateNames: ReadonlyMap<string, Named> = new Map(
  caseDates.map(({ name, key, type, orNone, askedFor }) => [
    key,
    { kind: "fact", name, key, type, fact: { orNone, askedFor } },
  ]),
);
