import { HIGHEST, LOWEST, type Range } from "../../dsl/index.ts";

/** How many days one day lies after another: `to` minus `from`, in one of the ranges. */
export interface Difference {
  readonly from: string;
  readonly to: string;
  readonly ranges: readonly Range[];
}

/** Days that satisfy differences, each as near together as they allow (a simple temporal network, closed by shortest paths). */
export class Network {
  readonly #names: readonly string[];
  /** `#most[a][b]`: b is at most so many days after a. */
  readonly #most: number[][];

  constructor(
    names: readonly string[],
    differences: readonly { readonly from: string; readonly to: string; readonly range: Range }[],
  ) {
    this.#names = names;
    this.#most = names.map((_, a) => names.map((__, b) => (a === b ? 0 : Number.POSITIVE_INFINITY)));
    for (const { from, to, range } of differences) {
      this.#bound(from, to, range.high >= HIGHEST ? Number.POSITIVE_INFINITY : range.high);
      this.#bound(to, from, range.low <= LOWEST ? Number.POSITIVE_INFINITY : -range.low);
    }
    this.#close();
  }

  get isPossible(): boolean {
    return this.#names.every((_, at) => this.#at(at, at) >= 0);
  }

  /** How many days `to` may lie after `from`. */
  between(from: string, to: string): Range {
    const [a, b] = [this.#names.indexOf(from), this.#names.indexOf(to)];
    return { low: Math.max(LOWEST, -this.#at(b, a)), high: Math.min(HIGHEST, this.#at(a, b)) };
  }

  #at(a: number, b: number): number {
    return this.#most[a]?.[b] ?? Number.POSITIVE_INFINITY;
  }

  #bound(from: string, to: string, most: number): void {
    const [a, b] = [this.#names.indexOf(from), this.#names.indexOf(to)];
    const row = this.#most[a];
    if (row !== undefined) row[b] = Math.min(row[b] ?? Number.POSITIVE_INFINITY, most);
  }

  #close(): void {
    for (const through of this.#names.keys())
      for (const [a, row] of this.#most.entries())
        for (const b of row.keys()) row[b] = Math.min(this.#at(a, b), this.#at(a, through) + this.#at(through, b));
  }
}

/** Differences of which one range each is chosen; the choices in order, `null` after too many. */
export function* choices(
  differences: readonly Difference[],
): Generator<readonly { readonly from: string; readonly to: string; readonly range: Range }[]> {
  const [first, ...others] = differences;
  if (first === undefined) yield [];
  else
    for (const range of first.ranges)
      for (const rest of choices(others)) yield [{ from: first.from, to: first.to, range }, ...rest];
}
