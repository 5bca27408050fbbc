import * as fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "../../dsl/index.ts";
import { interpret, verdictOf } from "../../engine/evaluate/index.ts";
import { lower } from "../../engine/ir/index.ts";
import { addMonths, epochDays, isoDate, wholeMonthsBetween } from "../../engine/values/index.ts";
import { reduceCase } from "../../engine/values/reduce/index.ts";
import { caseWith } from "./listWorld.ts";

/*
 * Months by the calendar: a trial of which the first and last month are known, or the day, against every pair of days it may
 * have begun and ended on. The window reaches to the last day of the calendar of listWorld.ts.
 */
const text = (phrase: string): string => `guideline "T"
  source "S", page 1
fact program: treatment trial
define asked
  as ${phrase}
service care
  Care    CPT 72141
care if asked
`;

const today = day("2024-01-12");
const windowStart = addMonths(today, -6);

function day(iso: string): number {
  return epochDays(iso) ?? Number.NaN;
}

/** A day or a month of the year before, and the days it stands for. */
const date = fc
  .tuple(fc.integer({ min: day("2023-03-01"), max: today }), fc.boolean())
  .map(([one, whole]) => (whole ? monthOf(isoDate(one).slice(0, 7)) : { iso: isoDate(one), days: [one] }));

function monthOf(iso: string): { readonly iso: string; readonly days: readonly number[] } {
  const first = day(`${iso}-01`);
  const length = addMonths(first, 1) - first;
  return { iso, days: Array.from({ length }, (_, index) => first + index) };
}

const monthsIn = (first: number, last: number): number => {
  const [from, to] = [Math.max(first, windowStart), Math.min(last, today)];
  return from < to ? wholeMonthsBetween(from, to) : 0;
};

test.each([1, 2, 3])("at least %i months of a trial within 6 months: no contradiction", (months) => {
  const phrase = `program lasted at least ${months} months within 6 months before request date`;
  const { value: guideline, diagnostics } = analyse({ name: "t.guideline", text: text(phrase) });
  expect(diagnostics).toEqual([]);
  const program = lower(guideline);
  fc.assert(
    fc.property(date, date, (from, to) => {
      const stretches = from.days.flatMap((first) =>
        to.days.flatMap((last) => (first <= last ? [monthsIn(first, last) >= months] : [])),
      );
      fc.pre(stretches.length > 0);
      const value = { kind: "trial", response: "failed", duration: null, from: from.iso, to: to.iso } as const;
      const statements = [{ value, evidence: null }];
      const of = caseWith({ facts: [{ fact: "program", statements, asked: false, remark: null }], lists: [] });
      const [request] = of.requests;
      if (request === undefined) throw new Error("A case without a request");
      const said = interpret(program).answer("asked", reduceCase(guideline, program, of, request).value);
      const so = verdictOf(stretches.includes(true), stretches.includes(false));
      expect(said === "not documented" ? so : said).toBe(so);
    }),
    { numRuns: 25 },
  );
});
