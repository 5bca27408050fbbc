import type { Case } from "../../case.ts";
import { mostDated } from "../limits.ts";

/** The dates of a row, each with a number that stands for it. */
export interface RowDates {
  readonly request: NumberedDate;
  readonly service: NumberedDate;
}

export interface NumberedDate {
  readonly date: string;
  readonly number: number;
}

/** How much is remembered for single dates; when it is too much, all of that is forgotten. */
export class DatedMemory {
  #count = 0;
  /** What was remembered in an earlier one is forgotten. */
  generation = 0;

  keep(): void {
    this.#count += 1;
    if (this.#count < mostDated) return;
    this.#count = 0;
    this.generation += 1;
  }
}

const onRequest = 1;
const onService = 2;

/**
 * What a text means, remembered for the dates that its reading rests on and for no others: which these are is seen when it
 * is read, so that `62 years` is read once and `born 1951-07` once a service date.
 */
export class ByDates<Value> {
  readonly #memory: DatedMemory;
  #restsOn = 0;
  #always: Value | undefined;
  #dated: Map<number, Value> | null = null;
  #generation = 0;

  constructor(memory: DatedMemory) {
    this.#memory = memory;
  }

  /** `undefined`: not read yet, or forgotten. */
  known(dates: RowDates): Value | undefined {
    if (this.#restsOn === 0) return this.#always;
    if (this.#dated !== null && this.#generation !== this.#memory.generation) this.#dated.clear();
    this.#generation = this.#memory.generation;
    return this.#dated?.get(this.#key(dates));
  }

  read(dates: RowDates, read: (dates: Case["dates"]) => Value): Value {
    let looked = 0;
    const value = read({
      get "request date"() {
        looked |= onRequest;
        return dates.request.date;
      },
      get "service date"() {
        looked |= onService;
        return dates.service.date;
      },
    });
    this.#keep(dates, value, looked);
    return value;
  }

  #keep(dates: RowDates, value: Value, looked: number): void {
    // What was kept for fewer dates than turn out to matter cannot be found any more.
    if ((looked | this.#restsOn) !== this.#restsOn) this.#dated?.clear();
    this.#restsOn |= looked;
    if (this.#restsOn === 0) this.#always = value;
    else {
      this.#dated ??= new Map();
      this.#dated.set(this.#key(dates), value);
      this.#memory.keep();
    }
  }

  #key({ request, service }: RowDates): number {
    if (this.#restsOn === onRequest) return request.number;
    return this.#restsOn === onService ? service.number : request.number * 2 ** 26 + service.number;
  }
}
