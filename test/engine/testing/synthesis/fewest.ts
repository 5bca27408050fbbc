/** Columns of a table of items and candidates that show them. */
type Columns = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * How many candidates it takes at least to show every item that any of them shows, by reducing the table and, where nothing more can
 * be reduced, trying every candidate of one item. Throws when that takes more than `most` tries.
 */
export function fewestPossible(candidates: readonly (readonly number[])[], most: number): number {
  let tries = most;
  const least = (columns: Columns, bound: number): number => {
    if (--tries < 0 || bound < 0) return Number.POSITIVE_INFINITY;
    const { columns: rest, taken } = reduced(columns);
    if (taken > bound) return Number.POSITIVE_INFINITY;
    const items = itemsOf(rest);
    const [branch] = [...items.values()].toSorted((a, b) => a.size - b.size);
    if (branch === undefined) return taken;
    let best = Number.POSITIVE_INFINITY;
    let limit = bound - taken;
    for (const candidate of branch) {
      best = Math.min(best, 1 + least(without(rest, candidate), limit - 1));
      limit = Math.min(limit, best - 1);
    }
    return taken + best;
  };
  const columns = new Map(candidates.map((shown, at) => [at, new Set(shown)] as const));
  const found = least(columns, candidates.length);
  if (tries < 0) throw new Error(`The fewest were not found in ${most} tries`);
  return found;
}

function itemsOf(columns: Columns): Map<number, Set<number>> {
  const items = new Map<number, Set<number>>();
  for (const [candidate, shown] of columns)
    for (const item of shown) items.set(item, (items.get(item) ?? new Set()).add(candidate));
  return items;
}

function without(columns: Columns, taken: number): Columns {
  const shown = columns.get(taken) ?? new Set();
  return new Map(
    [...columns].map(([at, items]) => [at, new Set([...items].filter((item) => !shown.has(item)))] as const),
  );
}

const isWithin = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean =>
  some.size <= all.size && [...some].every((each) => all.has(each));

/** Without candidates and items that others make superfluous, and with those taken that are the only ones for an item. */
function reduced(all: Columns): { readonly columns: Columns; readonly taken: number } {
  let columns = all;
  let taken = 0;
  for (;;) {
    const slim = withoutSuperfluous(columns);
    const only = [...itemsOf(slim).values()].find((showing) => showing.size === 1);
    if (only === undefined) return { columns: slim, taken };
    const [candidate = -1] = only;
    columns = without(slim, candidate);
    taken += 1;
  }
}

function withoutSuperfluous(columns: Columns): Columns {
  const bySize = [...columns].filter(([, shown]) => shown.size > 0).toSorted(([, a], [, b]) => b.size - a.size);
  const kept: (readonly [number, ReadonlySet<number>])[] = [];
  for (const each of bySize) if (!kept.some(([, more]) => isWithin(each[1], more))) kept.push(each);
  const fewestFirst = [...itemsOf(new Map(kept))].toSorted(([, a], [, b]) => a.size - b.size);
  const needed = new Map<number, ReadonlySet<number>>();
  for (const [item, showing] of fewestFirst)
    if (![...needed.values()].some((fewer) => isWithin(fewer, showing))) needed.set(item, showing);
  return new Map(kept.map(([at, shown]) => [at, new Set([...shown].filter((item) => needed.has(item)))] as const));
}
