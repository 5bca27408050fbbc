/**
 * What was made lately, by key, in two generations: what is asked for stays, what is not is gone within two turns. A
 * determination follows from its release and its case alone, so that one that was made lately need not be made again.
 * At most `most` bytes a generation.
 */
export class Recent<Value extends object> {
  readonly #most: number;
  readonly #size: (value: Value) => number;
  readonly #lifetime: number;
  #young = new Map<string, Value>();
  #old: ReadonlyMap<string, Value> = new Map();
  #bytes = 0;
  #turned = 0;

  /** `lifetime`: milliseconds of a generation. */
  constructor({
    most,
    lifetime,
    size,
  }: { readonly most: number; readonly lifetime: number; readonly size: (value: Value) => number }) {
    this.#most = most;
    this.#lifetime = lifetime;
    this.#size = size;
  }

  get(key: string, now: number): Value | null {
    this.#turnAt(now);
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return null;
    this.set(key, old, now);
    return old;
  }

  set(key: string, value: Value, now: number): void {
    this.#turnAt(now);
    this.#bytes += this.#size(value);
    if (this.#bytes > this.#most) this.#turn(now);
    this.#young.set(key, value);
  }

  #turnAt(now: number): void {
    if (Math.abs(now - this.#turned) > this.#lifetime) this.#turn(now);
  }

  #turn(now: number): void {
    // After a long silence what is young is old enough to go as well.
    this.#old = Math.abs(now - this.#turned) > 2 * this.#lifetime ? new Map() : this.#young;
    this.#young = new Map();
    this.#bytes = 0;
    this.#turned = now;
  }
}
