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

/**
 * The release in force on a day (ISO): of those that have begun the one that began last, and of several that began on one
 * day the highest version. When that one has ended, nothing is in force: an end or a retirement never brings an older
 * edition back, which would be a change of policy that nobody decided.
 */
export function editionInForce<E extends Edition>(editions: readonly E[], day: string, set: string): InForce<E> {
  if (editions.length === 0) return none(`The set \`${set}\` has no release, so nothing is in force.`);
  const begun = editions.filter(({ effectiveFrom }) => effectiveFrom <= day).toSorted(byBeginning);
  const last = begun.at(-1);
  if (last === undefined) return none(`Nothing of \`${set}\` was in force on ${day}: ${firstOf(editions)}`);
  if (last.effectiveTo === null || day <= last.effectiveTo) return { edition: last, problem: null };
  return none(`Nothing of \`${set}\` is in force on ${day}: release ${last.version} ended on ${last.effectiveTo}.`);
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
