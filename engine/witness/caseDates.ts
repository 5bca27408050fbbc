import {
  type Arithmetic,
  HIGHEST,
  isCaseDate,
  LOWEST,
  type Moment,
  nameKey,
  NONE,
  parseRational,
  type Rational,
  rationals,
  type Range,
} from "../../dsl/index.ts";
import {
  between,
  type Case,
  epochDays,
  holds,
  intersect,
  isoDate,
  one,
  subtract,
  type ValueSet,
} from "../values/index.ts";
import type { Comparison } from "../ir/index.ts";
import { choices, type Difference, Network } from "./differences.ts";
import { ordinaryDays } from "./ordinary/index.ts";
import type { Ask, Posed } from "./posed.ts";

/** The dates of a case that may do, the most ordinary first; `null`: none can while the guidelines are in force, whatever else the case says. */
export function caseDates(posed: Posed): readonly Case["dates"][] | null {
  const differences = differencesOf(posed);
  if (differences.some(({ ranges }) => ranges.length === 0)) return null;
  const names = [...new Set([epoch, requestDate, serviceDate, ...differences.flatMap(({ from, to }) => [from, to])])];
  const count = differences.reduce((product, { ranges }) => product * ranges.length, 1);
  if (count > mostChoices || names.length > mostNames) return freely(posed);
  const inForce = serviceInForce(posed);
  const possible = [...choices(differences)]
    .map((apart) => [...apart, ...inForce])
    .map((chosen) => ({ chosen, network: new Network(names, chosen) }))
    .filter(({ network }) => network.isPossible);
  if (possible.length === 0) return null;
  const found = [sameDay, soonAfter, anyTime].flatMap((apartBy) =>
    possible.flatMap(({ chosen }) =>
      datesIn(names, [...chosen, { from: requestDate, to: serviceDate, range: apartBy }], posed),
    ),
  );
  return [...new Map(found.map((dates) => [JSON.stringify(dates), dates])).values()].slice(0, mostDates);
}

/** How long after the request the service is: what is usual before anything else. */
const [sameDay, soonAfter, anyTime]: readonly [Range, Range, Range] = [
  { low: 0, high: 0 },
  { low: 1, high: 60 },
  { low: LOWEST, high: HIGHEST },
];

const [epoch, requestDate, serviceDate] = ["", "request date", "service date"] as const;
const mostChoices = 64;
const mostNames = 24;
const mostDates = 8;

/** What is asked of dates, in days; of calendar months no more than what is sure of every month. */
function differencesOf(posed: Posed): readonly Difference[] {
  return datedAsks(posed).map(({ difference }) => difference);
}

/** Everything that is asked of dates, and what it says of how many days lie between them. */
export function datedAsks(posed: Posed): readonly { readonly ask: Ask; readonly difference: Difference }[] {
  const { dates, subjects, joint } = posed;
  const facts = [...subjects.values()].flatMap(({ asks }) =>
    asks.filter(({ quantity }) => quantity.type.kind === "date"),
  );
  const direct = [...dates, ...facts].flatMap((ask) => {
    const days = daysAsked(ask);
    const to = isCaseDate(ask.quantity.fact) ? dateNamed(ask.quantity.fact) : `fact ${ask.rests[0] ?? ""}`;
    return days === null ? [] : [{ ask, difference: { from: ask.quantity.anchor ?? epoch, to, ranges: days } }];
  });
  const apartFrom = joint.flatMap((ask) => apart(posed, ask).map((difference) => ({ ask, difference })));
  return [...direct, ...apartFrom];
}

/** Of a number that is the days from one date to another; half steps of whole days. */
function apart({ parts }: Posed, ask: Ask): readonly Difference[] {
  const { part, quantity, values, rests } = ask;
  const same = parts[part]?.program.comparisons.find(({ fact }) => fact.key === quantity.fact);
  if (same !== undefined) return onOneDay(same, ask);
  const calculations = parts[part]?.program.calculations ?? [];
  const calculation = calculations.find(({ fact }) => fact.key === quantity.fact)?.calculation;
  const days = calculation === undefined ? null : wholeDays(calculation.value, rationals.one);
  if (days === null || calculation?.type.decimals !== 0 || values === null || holds(values, NONE)) return [];
  const ranges = values.map(({ low, high }) => ({
    low: low <= LOWEST ? LOWEST : Math.ceil(low / 2),
    high: high >= HIGHEST ? HIGHEST : Math.floor(high / 2),
  }));
  if ([days.from, days.to].some((moment) => moment.kind === "fact" && !rests.includes(moment.fact))) return [];
  const name = (moment: Moment): string => (moment.kind === "anchor" ? moment.anchor : `fact ${moment.fact}`);
  return [{ from: name(days.from), to: name(days.to), ranges }];
}

/** Dates that are to be the same. */
function onOneDay({ left, right, aspect }: Comparison, { values, rests }: Ask): readonly Difference[] {
  const areDays = [left, right].every(
    ({ type, orNone, key }) => type.kind === "date" && !orNone && rests.includes(key),
  );
  const isSame = values !== null && values.every(({ low }) => low === 1);
  if (!areDays || !isSame || aspect !== "value") return [];
  return [{ from: `fact ${left.key}`, to: `fact ${right.key}`, ranges: [{ low: 0, high: 0 }] }];
}

/** The two dates of a calculation that is the days between them, in days; `factor`: by what it was divided so far. */
function wholeDays(value: Arithmetic, factor: Rational): { readonly from: Moment; readonly to: Moment } | null {
  if (value.kind === "in unit") return wholeDays(value.amount, rationals.times(factor, parseRational(value.factor)));
  return value.kind === "days" && rationals.compare(factor, rationals.one) === 0 ? value : null;
}

const dateNamed = (key: string): string => (key === nameKey(requestDate) ? requestDate : serviceDate);

/** `null`: nothing that days could tell, or it may be `none` as well. */
function daysAsked({ quantity: { part }, values }: Ask): ValueSet | null {
  if (values === null || holds(values, NONE)) return null;
  const days = subtract(values, one(NONE));
  if (part === "value" || part === "days from anchor") return days;
  return part === "half months from anchor" ? days.map(inDays) : null;
}

const inDays = ({ low, high }: Range): Range => ({
  low: low <= LOWEST ? LOWEST : low >= 0 ? fewestDays(low) : -mostDays(-low),
  high: high >= HIGHEST ? HIGHEST : high >= 0 ? mostDays(high) : -fewestDays(-high),
});

/** Half months are 2k for exactly k months, 2k + 1 for more; k months are never fewer than 30.43 k - 3 days. */
function fewestDays(half: number): number {
  const months = Math.floor(half / 2);
  return (months === 0 ? 0 : Math.floor(30.43 * months) - 3) + (half % 2);
}

/** k months are never more than 30.44 k + 3 days. */
function mostDays(half: number): number {
  const months = Math.ceil(half / 2);
  return (months === 0 ? 0 : Math.ceil(30.44 * months) + 3) - (half % 2);
}

type Chosen = readonly { readonly from: string; readonly to: string; readonly range: Range }[];

/** Request dates that may do, each with service dates that may do with it: the same day where nothing says otherwise. */
function datesIn(names: readonly string[], chosen: Chosen, posed: Posed): readonly Case["dates"][] {
  const preferred = requestDays(posed);
  const network = new Network(names, chosen);
  if (!network.isPossible) return [];
  const window = network.between(epoch, requestDate);
  return daysIn(window, preferred).flatMap((request) => {
    const fixed = [...chosen, { from: epoch, to: requestDate, range: { low: request, high: request } }];
    const rest = new Network(names, fixed);
    if (!rest.isPossible) return [];
    const services = daysIn(rest.between(epoch, serviceDate), [request, request + 14, request + 30]);
    return services.slice(0, mostServiceDates).map((service) => datesOf(request, service));
  });
}

const mostServiceDates = 4;

const datesOf = (request: number, service: number): Case["dates"] => ({
  "request date": isoDate(request),
  "service date": isoDate(service),
});

const freely = (posed: Posed): readonly Case["dates"][] => requestDays(posed).map((day) => datesOf(day, day));

/** The preferred days that lie in a range, else the day of it next to the first of them. */
function daysIn({ low, high }: Range, preferred: readonly number[]): readonly number[] {
  const inside = preferred.filter((day) => low <= day && day <= high);
  const [first = 0] = preferred;
  const set = between(Math.max(low, first - farthest), Math.min(high, first + farthest));
  return [
    ...new Set([
      ...inside,
      ...ordinaryDays(set, Math.max(low, Math.min(high, first))).slice(0, 4),
      ...ends({ low, high }),
    ]),
  ];
}

const ends = ({ low, high }: Range): readonly number[] => [low, high].filter((day) => Math.abs(day) < farthest * 10);

/** A hundred years. */
const farthest = 36_525;

/** The service date picks the guidelines: where they are ever in force together, it is a day on which they are. */
const serviceInForce = ({ parts }: Posed): Chosen =>
  togetherInForce(parts).map((range) => ({ from: epoch, to: serviceDate, range }));

/** The days on which all are in force; none where one follows the other. */
function togetherInForce(parts: Posed["parts"]): ValueSet {
  const periods = parts.map(({ guideline: { effective } }) => periodOf(effective));
  return periods.reduce<ValueSet>((shared, period) => intersect(shared, period), between(LOWEST, HIGHEST));
}

/** When a request may be made under the guidelines: on the first day that all are in force, or early in a later year. */
function requestDays({ parts }: Posed): readonly number[] {
  const all = togetherInForce(parts);
  const [last] = parts.slice(-1).map(({ guideline: { effective } }) => periodOf(effective));
  const [{ low, high } = { low: LOWEST, high: HIGHEST }] = all.length > 0 ? all : (last ?? []);
  const start = low > LOWEST ? low : high < HIGHEST ? high - 365 : someDay;
  const later = [1, 2, 4, 8].flatMap((years) => dayOfYear(start, years)).filter((day) => day <= high);
  return [start, ...later];
}

/** 2024-03-04, where a guideline does not say since when it is in force. */
const someDay = 19_786;

function dayOfYear(start: number, years: number): readonly number[] {
  const year = Number(isoDate(start).slice(0, 4)) + years;
  return [epochDays(`${year}-03-15`) ?? start];
}

function periodOf({ from, to }: { readonly from: string | null; readonly to: string | null }): ValueSet {
  return between(epochDays(from ?? "") ?? LOWEST, epochDays(to ?? "") ?? HIGHEST);
}
