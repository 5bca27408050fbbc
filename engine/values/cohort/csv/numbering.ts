import type { DatedMemory } from "./byDates.ts";
import { mostRemembered } from "../limits.ts";
import { ownCopy } from "../ownCopy.ts";

/** How much is remembered; when it is too much, everything is forgotten at once. */
export class Memory {
  #count = 0;

  get isFull(): boolean {
    return this.#count >= mostRemembered;
  }

  keep(): void {
    this.#count += 1;
  }
}

export interface Memories {
  readonly texts: Memory;
  readonly dated: DatedMemory;
}

/** Texts by number, from 0, in the order in which they are met. */
export class Texts {
  readonly #numbers = new Map<string, number>();
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#memory.keep();
    this.#numbers.set(ownCopy(text), this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** Rows of numbers by number. */
export class Tuples {
  readonly #pairs: Map<number, number>[] = [];
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Of the numbers at these places. */
  number(numbers: readonly number[], places: readonly number[]): number {
    let found = numbers[places[0] ?? -1] ?? 0;
    for (let at = 1; at < places.length; at += 1) found = this.#pair(at, found, numbers[places[at] ?? -1] ?? 0);
    return found;
  }

  #pair(at: number, one: number, other: number): number {
    const pairs = (this.#pairs[at] ??= new Map());
    const key = one * 2 ** 26 + other;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    this.#memory.keep();
    pairs.set(key, pairs.size);
    return pairs.size - 1;
  }
}
