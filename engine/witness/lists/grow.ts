import { holds, isSubset, onlyValue, type ValueSet } from "../../values/index.ts";
import { NONE } from "../../../dsl/index.ts";
import type { Work } from "../wanted.ts";
import type { EntryKind, ReadAsk } from "./kinds.ts";

/** Entries of a list in the making, by the places of their kinds. */
interface Grown {
  readonly kinds: readonly number[];
  /** How much is lacking; nothing when all is as wanted. */
  readonly lacking: number;
  /** How many entries are the same as another. */
  readonly alike: number;
}

/** Lists that are followed up at each length. */
const widest = 6;
const longestList = 64;

/** Reducing entries that are read already is so much of a step; entries are held against each other. */
const shareOf = (length: number): number => 0.05 + 0.01 * length * length;

/** A smallest list has no entry that nothing wanted needs: of what only grows as many as are wanted, of anything else two at most. */
function mostNeeded(asks: readonly ReadAsk[]): number {
  const each = asks.map(({ ask: { reduction, values } }) => {
    if (reduction.reduce.kind === "longest run") return 4;
    const least = (values ?? []).map(({ low }) => low).filter((low) => low < longestList);
    return growing.has(reduction.reduce.kind) ? Math.max(0, ...least) : 2;
  });
  return Math.min(
    longestList,
    each.reduce((sum, needed) => sum + needed, 0),
  );
}

/**
 * As few entries as give every ask what it wants, by beam search: of the lists of one length those that lack least are made one
 * entry longer. `null` when none is found.
 */
export function grow(
  kinds: readonly EntryKind[],
  asks: readonly ReadAsk[],
  complete: boolean,
  work: Work,
): readonly EntryKind[] | null {
  const seen = new Set<string>();
  let front: readonly Grown[] = [{ kinds: [], lacking: lackingOf([], kinds, asks, complete), alike: 0 }];
  const longest = mostNeeded(asks);
  for (let length = 0; length <= longest; length += 1) {
    const done = front.find(({ lacking }) => lacking === 0);
    if (done !== undefined) return done.kinds.flatMap((at) => kinds[at] ?? []);
    const longer = front.flatMap((list) => extended(list, kinds, asks, { complete, work, seen }));
    front = longer.toSorted((a, b) => a.lacking - b.lacking || a.alike - b.alike).slice(0, widest);
    if (front.length === 0 || work.isSpent) return null;
  }
  return null;
}

interface Growing {
  readonly complete: boolean;
  readonly work: Work;
  readonly seen: Set<string>;
}

function extended(
  { kinds: chosen }: Grown,
  kinds: readonly EntryKind[],
  asks: readonly ReadAsk[],
  { complete, work, seen }: Growing,
): readonly Grown[] {
  return [...kinds.keys()].flatMap((at) => {
    const longer = [...chosen, at].toSorted((a, b) => a - b);
    const key = longer.join();
    if (seen.has(key) || !work.take(shareOf(longer.length))) return [];
    seen.add(key);
    const lacking = lackingOf(longer, kinds, asks, complete);
    return lacking === Number.POSITIVE_INFINITY
      ? []
      : [{ kinds: longer, lacking, alike: longer.length - new Set(longer).size }];
  });
}

function lackingOf(
  chosen: readonly number[],
  kinds: readonly EntryKind[],
  asks: readonly ReadAsk[],
  complete: boolean,
): number {
  return asks.reduce((sum, { ask, reader }, at) => {
    const read = chosen.flatMap((kind) => kinds[kind]?.read[at] ?? []);
    const {
      reduction: { reduce },
      values,
    } = ask;
    return (
      sum +
      (sum === Number.POSITIVE_INFINITY
        ? 0
        : lackingIn(reader.reduce(read, complete), values, growing.has(reduce.kind)))
    );
  }, 0);
}

/** What only grows with every further entry. */
const growing = new Set(["count", "different", "longest run"]);

function lackingIn(left: ValueSet, wanted: ValueSet | null, grows: boolean): number {
  if (wanted === null) return onlyValue(left) === null ? 0 : 1;
  if (isSubset(left, wanted)) return 0;
  const least = left[0]?.low ?? 0;
  if (!grows) return holds(left, NONE) && !holds(wanted, NONE) ? 2 : 1;
  const next = wanted.find(({ high }) => high >= least);
  return next === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.log2(1 + Math.max(0, next.low - least)));
}
