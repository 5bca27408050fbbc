/** What several people wait for: they take turns, and of one person the first comes first. */
export class Turns<Item> {
  readonly #waiting = new Map<string, Item[]>();

  get isEmpty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Whether anybody else waits than this person. */
  hasOtherThan(person: string): boolean {
    return this.#waiting.size > (this.#waiting.has(person) ? 1 : 0);
  }

  add(person: string, item: Item): void {
    this.#of(person).push(item);
  }

  /** Before what the person waits for already. */
  addFirst(person: string, item: Item): void {
    this.#of(person).unshift(item);
  }

  /** The next of the next person; `null`: there is none. */
  take(): Item | null {
    for (const [person, items] of this.#waiting) {
      const item = items.shift();
      this.#waiting.delete(person);
      if (items.length > 0) this.#waiting.set(person, items);
      if (item !== undefined) return item;
    }
    return null;
  }

  takeAll(): readonly Item[] {
    const all = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    return all;
  }

  #of(person: string): Item[] {
    const items = this.#waiting.get(person) ?? [];
    this.#waiting.set(person, items);
    return items;
  }
}
