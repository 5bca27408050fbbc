/** Numbers from a fixed generator (Numerical Recipes' LCG), so that what was found is found again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    this.below(2);
  }

  /** From 0, less than `limit`. */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  one<Value>(of: readonly Value[]): Value {
    const chosen = of[this.below(of.length)];
    if (chosen === undefined) throw new Error("there is nothing to choose from");
    return chosen;
  }
}
