/** What one candidate shows, as the places of items, ascending. */
export type Shown = readonly number[];

/**
 * The fewest candidates that show together all that any of them shows; their places, ascending. Exact unless it takes more than
 * `work` steps: then the best found by then, which is never worse than taking the candidate that shows most again and again.
 * Of candidates that show the same the first one counts: put the plainest first.
 */
export function fewestThatShowAll(candidates: readonly Shown[], work: number): readonly number[] {
  return new Covering(candidates, work).run();
}

class Covering {
  readonly #candidates: readonly (readonly [number, ReadonlySet<number>])[];
  /** By item, those that show it. */
  readonly #showing: ReadonlyMap<number, readonly number[]>;
  readonly #sets: ReadonlyMap<number, ReadonlySet<number>>;
  #best: readonly number[];
  #work: number;

  constructor(candidates: readonly Shown[], work: number) {
    this.#candidates = undominated(candidates);
    this.#sets = new Map(this.#candidates);
    this.#showing = showingOf(this.#candidates);
    this.#best = this.#greedily(new Set(this.#showing.keys()));
    this.#work = work;
  }

  run(): readonly number[] {
    for (const size of sizesOfGroups) while (this.#doWithFewer(size)) continue;
    this.#search(new Set(this.#showing.keys()), []);
    return this.#best.toSorted((a, b) => a - b);
  }

  /** Takes some of the best out, so many at a time, and looks whether one fewer shows what is then missing. */
  #doWithFewer(size: number): boolean {
    for (const out of groupsOf(this.#best, size)) {
      const kept = this.#best.filter((place) => !out.includes(place));
      const fewer = this.#shownBy(this.#missingFrom(kept), size - 1);
      if (fewer === null) continue;
      this.#best = [...kept, ...fewer];
      return true;
    }
    return false;
  }

  #missingFrom(taken: readonly number[]): ReadonlySet<number> {
    const shown = new Set(taken.flatMap((place) => [...(this.#sets.get(place) ?? [])]));
    return new Set([...this.#showing.keys()].filter((item) => !shown.has(item)));
  }

  /** At most so many that show all of these together; `null`: there are none, or they were not found. */
  #shownBy(left: ReadonlySet<number>, most: number): readonly number[] | null {
    if (left.size === 0) return [];
    if (most === 0 || --this.#work < 0 || this.#leastFor(left) > most) return null;
    for (const place of this.#choices(left)) {
      const shown = this.#sets.get(place) ?? new Set();
      const others = this.#shownBy(new Set([...left].filter((item) => !shown.has(item))), most - 1);
      if (others !== null) return [place, ...others];
    }
    return null;
  }

  #greedily(items: ReadonlySet<number>): readonly number[] {
    const left = new Set(items);
    const taken: number[] = [];
    while (left.size > 0) {
      const [place, shown] = this.#mostOf(left);
      taken.push(place);
      for (const item of shown) left.delete(item);
    }
    return taken;
  }

  #mostOf(left: ReadonlySet<number>): readonly [number, ReadonlySet<number>] {
    let best: readonly [number, ReadonlySet<number>] | null = null;
    let most = 0;
    for (const candidate of this.#candidates) {
      const count = common(candidate[1], left);
      if (count <= most) continue;
      best = candidate;
      most = count;
    }
    if (best === null) throw new Error("Every item is shown by a candidate");
    return best;
  }

  /** The item that the fewest candidates show is settled first, by each of them in turn. */
  #search(left: ReadonlySet<number>, taken: readonly number[]): void {
    if (left.size === 0) {
      if (taken.length < this.#best.length) this.#best = taken;
      return;
    }
    if (--this.#work < 0 || taken.length + this.#leastFor(left) >= this.#best.length) return;
    for (const place of this.#choices(left)) {
      const shown = this.#sets.get(place) ?? new Set();
      this.#search(new Set([...left].filter((item) => !shown.has(item))), [...taken, place]);
    }
  }

  #choices(left: ReadonlySet<number>): readonly number[] {
    const [rarest = []] = [...left]
      .map((item) => this.#showing.get(item) ?? [])
      .toSorted((a, b) => a.length - b.length);
    const gain = (place: number): number => common(this.#sets.get(place) ?? new Set(), left);
    return rarest.toSorted((a, b) => gain(b) - gain(a));
  }

  /** Items of which no candidate shows two need one candidate each. */
  #leastFor(left: ReadonlySet<number>): number {
    const rarestFirst = [...left].toSorted(
      (a, b) => (this.#showing.get(a)?.length ?? 0) - (this.#showing.get(b)?.length ?? 0),
    );
    const used = new Set<number>();
    let count = 0;
    for (const item of rarestFirst) {
      const showing = this.#showing.get(item) ?? [];
      if (showing.some((place) => used.has(place))) continue;
      for (const place of showing) used.add(place);
      count += 1;
    }
    return count;
  }
}

const sizesOfGroups = [2, 3, 4];

function* groupsOf(all: readonly number[], size: number): Generator<readonly number[], void, undefined> {
  if (size === 0) yield [];
  else
    for (const [at, first] of all.entries())
      for (const others of groupsOf(all.slice(at + 1), size - 1)) yield [first, ...others];
}

function common(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count += 1;
  return count;
}

/** Without those that show nothing besides what another one shows. */
function undominated(candidates: readonly Shown[]): readonly (readonly [number, ReadonlySet<number>])[] {
  const distinct = new Map<string, readonly [number, ReadonlySet<number>]>();
  for (const [place, shown] of candidates.entries()) {
    const key = shown.join();
    if (shown.length > 0 && !distinct.has(key)) distinct.set(key, [place, new Set(shown)]);
  }
  const bySize = [...distinct.values()].toSorted(([, a], [, b]) => b.size - a.size);
  if (bySize.length > mostCompared) return bySize;
  return bySize.filter(([, shown], at) => !bySize.slice(0, at).some(([, more]) => common(shown, more) === shown.size));
}

/** More than these are not held against each other. */
const mostCompared = 4_000;

function showingOf(
  candidates: readonly (readonly [number, ReadonlySet<number>])[],
): ReadonlyMap<number, readonly number[]> {
  const showing = new Map<number, number[]>();
  for (const [place, shown] of candidates)
    for (const item of shown) {
      const known = showing.get(item);
      if (known === undefined) showing.set(item, [place]);
      else known.push(place);
    }
  return showing;
}
