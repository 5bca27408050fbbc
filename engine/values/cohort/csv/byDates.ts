import type { Case } from "../../case.ts";

/** The dates of a row, each with a number that stands for it. */
export interface RowDates {
  readonly request: NumberedDate;
  readonly service: NumberedDate;
}

export interface NumberedDate {
  readonly date: string;
  readonly number: number;
}

const onRequest = 1;
const onService = 2;

/**
 * What a text means, remembered for the dates that its reading rests on and for no others: which these are is seen when it
 * is read, so that `62 years` is read once and `born 1951-07` once a service date.
 */
export class ByDates<Value> {
  #restsOn = 0;
  readonly #known = new Map<number, Value>();

  of(dates: RowDates, read: (dates: Case["dates"]) => Value): Value {
    const known = this.#known.get(this.#key(dates));
    return known ?? this.#read(dates, read);
  }

  #read(dates: RowDates, read: (dates: Case["dates"]) => Value): Value {
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
    // What was kept for fewer dates than turn out to matter cannot be found any more.
    if ((looked | this.#restsOn) !== this.#restsOn) this.#known.clear();
    this.#restsOn |= looked;
    this.#known.set(this.#key(dates), value);
    return value;
  }

  #key({ request, service }: RowDates): number {
    if (this.#restsOn === 0) return 0;
    if (this.#restsOn === onRequest) return request.number;
    return this.#restsOn === onService ? service.number : request.number * 2 ** 26 + service.number;
  }
}
