import { type Fact, isCaseDate, type Stretch } from "../../../dsl/index.ts";
import { cellsOf } from "../../logic/index.ts";
import { addMonths, type Case, domainOf, holds, lowest, type StatedValue } from "../../values/index.ts";
import { dayOf, type Draft } from "../draft.ts";
import { ordinaryValues } from "../ordinary/index.ts";
import type { ListAsk, ListSubject } from "../posed.ts";
import { written } from "../written.ts";
import { courseValues } from "./courseValues.ts";
import { fieldsCompared, testsOfField, valuesTested } from "./entryTests.ts";

/** Values of a field to make entries of: of each cell that tests tell apart the most ordinary, and more where entries differ by it. */
export function fieldValues(subject: ListSubject, field: Fact, draft: Draft): readonly StatedValue[] {
  const { asks } = subject;
  if (field.type.kind === "treatment trial") return courseValues(field, asks, draft.dates);
  const tests = testsOfField(asks, field.key).flatMap((test) => valuesTested(test, draft.dates) ?? []);
  const cells = cellsOf(
    domainOf(field.type, "value", field.orNone),
    tests.length === 0 ? [] : [tests, ...tests.map((range) => [range])],
  );
  const request = dayOf(draft.dates, "request date");
  const each = cells.map((cell) => ordinaryValues(field, cell, request).values.slice(0, perCell(subject, field)));
  const pool =
    field.type.kind === "date"
      ? daysApart(
          asks,
          field.key,
          each.flatMap((days) => days.slice(0, 1)),
          draft.dates,
        )
      : [];
  const longest = Math.max(0, ...each.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, turn) => each.flatMap((values) => values[turn] ?? [])).flat();
  const domain = domainOf(field.type, "value", field.orNone);
  const all = [...new Set([...inTurn, ...pool])].filter((value) => holds(domain, value));
  return distinct([...all.map((value) => written(value, field)), ...saidOfCase(subject, field, draft)]);
}

/** Entries of the same kind differ by their dates, or by what is counted or compared. */
function perCell({ asks }: ListSubject, { key, type }: Fact): number {
  if (type.kind === "date") return 3;
  const different = asks.map(({ reduction: { reduce } }) =>
    reduce.kind === "different" && reduce.field === key ? 8 : 1,
  );
  const compared = asks.some(({ reduction }) => fieldsCompared(reduction).includes(key));
  const measured = asks.some(({ reduction: { reduce } }) => reduce.kind === "change" && reduce.field === key);
  const once = asks.some(({ reduction: { list } }) => list.countedOnce.includes(key));
  return Math.max(compared || measured ? 6 : 1, once ? 4 : 1, ...different);
}

/** What the case says of the facts that the field is compared with. */
function saidOfCase({ asks }: ListSubject, { key }: Fact, { said }: Draft): readonly StatedValue[] {
  const compared = asks.flatMap(({ reduction }) =>
    reduction.comparisons.filter(({ ofCase, left }) => ofCase && left.key === key),
  );
  return compared.flatMap(({ right }) =>
    isCaseDate(right.key) ? [] : (said.get(right.key) ?? []).map(({ value }) => value),
  );
}

const distinct = (values: readonly StatedValue[]): readonly StatedValue[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** Days as far apart as entries that are counted in a stretch, or not, from each of some days back; and some a fortnight apart. */
function daysApart(
  asks: readonly ListAsk[],
  field: string,
  from: readonly number[],
  dates: Case["dates"],
): readonly number[] {
  const [request, service] = [dayOf(dates, "request date"), dayOf(dates, "service date")];
  const reduced = asks.some(({ reduction: { reduce } }) => "date" in reduce && reduce.date === field);
  const stretches = asks.flatMap((ask) => {
    const { reduce } = ask.reduction;
    return reduce.kind === "count" && reduce.within?.date === field
      ? spread(ask, reduce.within, [service, ...from])
      : [];
  });
  const apart = reduced || stretches.length > 0 ? [14, 28, 42, 56] : [14];
  return [...apart.map((days) => request - days), ...stretches].slice(0, mostDays);
}

const mostDays = 60;

/** So many as are wanted in a stretch, evenly; and so few that no stretch holds two. */
function spread({ values }: ListAsk, { amount, unit }: Stretch, from: readonly number[]): readonly number[] {
  const end = (day: number): number =>
    unit === "days" || unit === "weeks"
      ? day - amount * (unit === "weeks" ? 7 : 1)
      : addMonths(day, -amount * (unit === "years" ? 12 : 1));
  const wanted = Math.max(2, Math.min(12, lowest(values ?? []) ?? 2));
  return from.flatMap((day) => {
    const length = day - end(day);
    const evenly = Array.from({ length: wanted }, (_, at) => day - Math.floor((at * length) / wanted));
    return [...evenly, ...[1, 2].map((times) => day - times * (length + 7))];
  });
}
