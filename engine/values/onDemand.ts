/** A map whose values are made when they are first asked for: a case is asked about few of a guideline's quantities. */
export class OnDemand<Value> implements ReadonlyMap<string, Value> {
  readonly #keys: ReadonlyMap<string, unknown>;
  readonly #make: (key: string) => Value;
  #made: Map<string, Value> | null = null;

  /** `make` is called once a key, and only for keys of `keys`. */
  constructor(keys: ReadonlyMap<string, unknown>, make: (key: string) => Value) {
    this.#keys = keys;
    this.#make = make;
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  get(key: string): Value | undefined {
    const made = this.#made?.get(key);
    if (made !== undefined || !this.#keys.has(key)) return made;
    const value = this.#make(key);
    this.#made ??= new Map();
    this.#made.set(key, value);
    return value;
  }

  keys(): MapIterator<string> {
    return this.#keys.keys();
  }

  values(): MapIterator<Value> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) call(value, key, this);
  }

  /** In the order of the keys. */
  #all(): Map<string, Value> {
    return new Map(
      [...this.#keys.keys()].flatMap((key) => {
        const value = this.get(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  }
}
