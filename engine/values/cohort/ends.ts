import { Growable } from "./growable.ts";
import { stepOf, valueOfStep } from "./steps.ts";

/** The ends of intervals, a row each: in 32 bits (`stepOf`) where every one of them fits, else as they are. */
export type Ends =
  | { readonly kind: "steps"; readonly low: Int32Array; readonly high: Int32Array }
  | { readonly kind: "numbers"; readonly low: Float64Array; readonly high: Float64Array };

/** Begins with 32 bits; the first end that does not fit turns all of them into numbers. */
export class EndsBuilder {
  #steps: readonly [Growable<Int32Array>, Growable<Int32Array>] | null = [steps(), steps()];
  readonly #numbers: readonly [Growable<Float64Array>, Growable<Float64Array>] = [numbers(), numbers()];

  push(low: number, high: number): void {
    const [first, last] = this.#steps === null ? [null, null] : [stepOf(low), stepOf(high)];
    if (this.#steps !== null && first !== null && last !== null) {
      this.#steps[0].push(first);
      this.#steps[1].push(last);
    } else {
      this.#widen();
      this.#numbers[0].push(low);
      this.#numbers[1].push(high);
    }
  }

  finish(): Ends {
    if (this.#steps !== null) return { kind: "steps", low: this.#steps[0].taken(), high: this.#steps[1].taken() };
    return { kind: "numbers", low: this.#numbers[0].taken(), high: this.#numbers[1].taken() };
  }

  #widen(): void {
    if (this.#steps === null) return;
    const [low, high] = this.#steps;
    this.#steps = null;
    for (let row = 0; row < low.length; row += 1) {
      this.#numbers[0].push(valueOfStep(low.at(row)));
      this.#numbers[1].push(valueOfStep(high.at(row)));
    }
  }
}

const steps = (): Growable<Int32Array> => new Growable((length) => new Int32Array(length));
const numbers = (): Growable<Float64Array> => new Growable((length) => new Float64Array(length));
