/** The typed arrays that columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Numbers of one type that become more: room is doubled, and what is not needed given back at the end. */
export class Growable<Of extends Numbers> {
  readonly #make: (length: number) => Of;
  #room: Of;
  #length = 0;

  constructor(make: (length: number) => Of) {
    this.#make = make;
    this.#room = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#room.length) this.#grow();
    this.#room[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#room[index] ?? 0;
  }

  /** A copy that has no room to spare. */
  taken(): Of {
    const whole = this.#make(this.#length);
    whole.set(this.#room.subarray(0, this.#length));
    return whole;
  }

  #grow(): void {
    const more = this.#make(2 * this.#room.length);
    more.set(this.#room);
    this.#room = more;
  }
}
