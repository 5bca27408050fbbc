import { compare } from "semver";

/** When a release decides: from its first service date to its last, both included. */
export interface Edition {
  readonly version: string;
  readonly digest: string;
  readonly effectiveFrom: string;
  /** `null`: until another release. */
  readonly effectiveTo: string | null;
}

type InForce<E extends Edition> =
  | { readonly edition: E; readonly problem: null }
  | { readonly edition: null; readonly problem: string };

/** Whether it decides any day: not where it was retired before it began. */
export function isEverInForce({ effectiveFrom, effectiveTo }: Pick<Edition, "effectiveFrom" | "effectiveTo">): boolean {
  return effectiveTo === null || effectiveFrom <= effectiveTo;
}

/**
 * The release in force on a day (ISO): of those that have begun the one that began last, and of several that began on one
 * day the highest version. When that one has ended, nothing is in force: an end or a retirement never brings an older
 * edition back, which would be a change of policy that nobody decided. One that ended before it began is passed over.
 */
export function editionInForce<E extends Edition>(editions: readonly E[], day: string, set: string): InForce<E> {
  if (editions.length === 0) return none(`The set \`${set}\` has no release, so nothing is in force.`);
  const own = editions.filter(isEverInForce);
  if (own.length === 0) return none(`Nothing of \`${set}\` is in force: every release was retired before it began.`);
  const begun = own.filter(({ effectiveFrom }) => effectiveFrom <= day).toSorted(byBeginning);
  const last = begun.at(-1);
  if (last === undefined) return none(`Nothing of \`${set}\` was in force on ${day}: ${firstOf(own)}`);
  if (last.effectiveTo === null || day <= last.effectiveTo) return { edition: last, problem: null };
  return none(`Nothing of \`${set}\` is in force on ${day}: release ${last.version} ended on ${last.effectiveTo}.`);
}

/**
 * The edition that takes the place of another while that one would still decide, by the same order: the next to begin, of one day
 * the highest version. `null`: none does.
 */
export function editionAfter<E extends Edition>(of: Edition, editions: readonly E[]): E | null {
  const later = editions.filter((other) => isEverInForce(other) && byBeginning(of, other) < 0).toSorted(byBeginning);
  const begins = later[0]?.effectiveFrom;
  if (begins === undefined || !isEverInForce(of) || (of.effectiveTo ?? begins) < begins) return null;
  return later.findLast(({ effectiveFrom }) => effectiveFrom === begins) ?? null;
}

function firstOf(editions: readonly Edition[]): string {
  const first = editions.toSorted(byBeginning)[0];
  return `its first release, ${first?.version}, decides from ${first?.effectiveFrom} on.`;
}

function byBeginning(one: Edition, other: Edition): number {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom < other.effectiveFrom ? -1 : 1;
  return compare(one.version, other.version);
}

const none = (problem: string) => ({ edition: null, problem }) as const;
