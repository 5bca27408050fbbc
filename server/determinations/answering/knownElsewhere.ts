import { nameKey } from "../../../dsl/index.ts";
import type { Edition } from "../../../engine/release/index.ts";
import type { Unknown } from "../../protocol/index.ts";
import type { Declared } from "./reply.ts";

/** Opening a release takes a while; what none of the latest declares may still be named in `leaveOut`. */
const MOST_EDITIONS = 10;

/**
 * What a release does not declare and another release of the set does: of these, the latest ten. A name that is like one of
 * the release may be that one misspelt, or its later name: it counts only where the other release declares both, and so tells
 * them apart.
 */
export async function knownElsewhere(
  unknown: readonly Unknown[],
  editions: readonly Edition[],
  digest: string,
  declaredBy: (digest: string) => Promise<Declared>,
): Promise<readonly string[]> {
  const others = editions
    .filter((edition) => edition.digest !== digest)
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))
    .slice(0, MOST_EDITIONS);
  const known = new Set<Unknown>();
  for (const other of others) {
    if (known.size === unknown.length) break;
    const { stated } = await declaredBy(other.digest);
    for (const one of unknown) if (tellsApart(stated, one)) known.add(one);
  }
  return [...known].map(({ name }) => name);
}

/** One that is declared by its own name stands in the wrong place, or is calculated: that is told, not left out. */
function tellsApart(stated: ReadonlySet<string>, { name, near }: Unknown): boolean {
  if (!stated.has(nameKey(name))) return false;
  return near === null || (nameKey(near) !== nameKey(name) && stated.has(nameKey(near)));
}
