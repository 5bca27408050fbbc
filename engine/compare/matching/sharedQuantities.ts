import type { Need } from "../../../dsl/index.ts";
import { type QuantityMeaning, quantityMeanings } from "../../logic/index.ts";
import { isStricter } from "./stricter.ts";
import type { Version } from "./version.ts";

export type Side = "before" | "now";

/** By what names a space knows the quantities of both versions. */
export interface SharedQuantities {
  readonly before: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
  /** Quantities of one name that ask for better evidence in one version: those of which less evidence is enough in the other. */
  readonly stricter: ReadonlyMap<string, Side>;
  /** Shared names of quantities that are not the same in both, though they are of one fact or list. */
  readonly apart: ReadonlySet<string>;
}

/**
 * One name for what means the same in both versions; of what does not, a name in each. Where only better evidence is asked for,
 * a fact is the same fact: what one version takes for documented, the other may not.
 */
export function sharedQuantities(before: Version, now: Version): SharedQuantities {
  const [earlier, later] = [meaningsOf(before), meaningsOf(now)];
  const byMeaning = new Map([...later].map(([id, meaning]) => [JSON.stringify(meaning), id]));
  const names = { before: new Map<string, string>(), now: new Map<string, string>() };
  const stricter = new Map<string, Side>();
  const apart = new Set<string>();
  for (const [id, meaning] of earlier) {
    const same = byMeaning.get(JSON.stringify(meaning));
    const side = same === undefined ? stricterSide(id, { before, now }, { meaning, other: later.get(id) }) : null;
    const name = same ?? (side === null && later.has(id) ? `${id} · before` : id);
    names.before.set(id, name);
    if (side !== null) stricter.set(name, side);
    else if (same === undefined && later.has(id)) apart.add(name);
  }
  const shared = new Set(names.before.values());
  for (const id of later.keys()) {
    names.now.set(id, shared.has(id) || !earlier.has(id) ? id : `${id} · now`);
    if (!shared.has(id) && earlier.has(id)) apart.add(`${id} · now`);
  }
  return { ...names, stricter, apart };
}

function meaningsOf({ guideline, program }: Version): ReadonlyMap<string, QuantityMeaning> {
  return quantityMeanings(program, guideline.facts);
}

interface Compared {
  readonly meaning: QuantityMeaning;
  readonly other: QuantityMeaning | undefined;
}

/** Of a fact that cases state, and of which nothing differs but the evidence it needs. */
function stricterSide(
  id: string,
  { before, now }: { readonly before: Version; readonly now: Version },
  { meaning, other }: Compared,
): Side | null {
  if (other === undefined || JSON.stringify({ ...meaning, needs: [] }) !== JSON.stringify({ ...other, needs: [] }))
    return null;
  const [earlier, later] = [needsOf(before, id), needsOf(now, id)];
  if (earlier === null || later === null) return null;
  if (isStricter(later, earlier)) return "now";
  return isStricter(earlier, later) ? "before" : null;
}

function needsOf({ guideline, program }: Version, id: string): readonly Need[] | null {
  const key = program.quantities.find((quantity) => quantity.id === id)?.fact;
  return guideline.facts.find((fact) => fact.key === key)?.needs ?? null;
}
