import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByDates, DatedMemory, type RowDates } from "../../../../engine/values/cohort/csv/byDates.ts";
import { mostDated } from "../../../../engine/values/cohort/limits.ts";
import type { Case } from "../../../../engine/values/index.ts";

const dated = (request: number, service: number): RowDates => ({
  request: { date: `2014-01-0${request}`, number: request },
  service: { date: `2014-02-0${service}`, number: service },
});

/** Readings that look at no date, at one, at both, or at the second only where the first says so. */
const readings: Readonly<Record<string, (dates: Case["dates"]) => string>> = {
  none: () => "always",
  "the request date": (dates) => dates["request date"],
  "the service date": (dates) => dates["service date"],
  both: (dates) => dates["request date"] + dates["service date"],
  "the second sometimes": (dates) =>
    dates["request date"] === "2014-01-02" ? dates["service date"] : dates["request date"],
};

const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 30 });

function ask(known: ByDates<{ readonly text: string }>, dates: RowDates, reading: (dates: Case["dates"]) => string) {
  return (known.known(dates) ?? known.read(dates, (seen) => ({ text: reading(seen) }))).text;
}

describe("what is remembered by dates is what reading again would say", () => {
  test.each(Object.entries(readings))("%s", (_, reading) => {
    fc.assert(
      fc.property(rows, fc.nat(30), (all, forgotten) => {
        const memory = new DatedMemory();
        const known = new ByDates<{ readonly text: string }>(memory);
        for (const [at, [request, service]] of all.entries()) {
          if (at === forgotten) for (let kept = 0; kept < mostDated; kept += 1) memory.keep();
          const dates = dated(request, service);
          const plain = { "request date": dates.request.date, "service date": dates.service.date };
          expect(ask(known, dates, reading)).toBe(reading(plain));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a text that rests on no date is read once, one that rests on the service date once a service date", () => {
    const memory = new DatedMemory();
    const counts = { none: 0, service: 0 };
    const [none, service] = [
      new ByDates<{ readonly text: string }>(memory),
      new ByDates<{ readonly text: string }>(memory),
    ];
    for (const dates of [dated(1, 1), dated(2, 1), dated(3, 2), dated(1, 2)]) {
      ask(none, dates, () => String((counts.none += 1)));
      ask(service, dates, (seen) => `${seen["service date"]} ${(counts.service += 1)}`);
    }
    expect(counts).toEqual({ none: 1, service: 2 });
  });
});
