import * as fc from "fast-check";
import type { Case, CaseEntry, StatedValue } from "../../engine/values/index.ts";

/*
 * A small world of lists: entries of two kinds and two sites on a calendar of twelve days, of which a case knows up to three,
 * more or less well, and does not name up to two more unless it says that the list is complete.
 */

/** One entry as it was: dated by its first day, or a course of treatment from the first to the last. */
export interface Raw {
  readonly kind: "a" | "b";
  readonly site: "left" | "right";
  readonly first: number;
  readonly last: number;
}

/** One entry as the case states it, and everything it may have been. */
export interface Known {
  readonly fields: CaseEntry["fields"];
  readonly choices: readonly Raw[];
}

export interface KnownList {
  readonly entries: readonly Known[];
  readonly complete: boolean;
  /** The site that is asked for: known, or open. */
  readonly requested: readonly Raw["site"][];
}

export const requestDay = 12;
export const serviceDay = 14;
const calendar = Array.from({ length: 12 }, (_, index) => index + 1);
const kinds = ["a", "b"] as const;
const sites = ["left", "right"] as const;

/** Days of January 2024; those before it are of December. */
export function isoDay(day: number): string {
  return new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
}

const open = <T>(values: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.oneof({ arbitrary: fc.constantFrom(...values).map((value) => [value]), weight: 4 }, fc.constant(values));

const kindAndSite = fc.oneof(
  fc.record({ openKinds: open(kinds), openSites: fc.constant(["left"] as const) }),
  fc.record({ openKinds: fc.constant(["a"] as const), openSites: open(sites) }),
);

const choiceFields = (openKinds: readonly string[], openSites: readonly string[]): CaseEntry["fields"] => [
  ...(openKinds.length === 1 ? kindFields(openKinds[0] ?? "") : []),
  ...(openSites.length === 1 ? [{ field: "site", value: text(openSites[0] ?? "") }] : []),
];

/** A kind goes with a diagnosis of its own. */
const kindFields = (kind: string): CaseEntry["fields"] => [
  { field: "kind", value: text(kind) },
  { field: "diagnosis", value: text(kind === "a" ? "M54.16" : "M50.12") },
];

const text = (value: string): StatedValue => ({ kind: "text", text: value });

/** An entry with a date: a day, two days of which it is one, or a day of the calendar. */
const dated: fc.Arbitrary<Known> = fc
  .tuple(kindAndSite, fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 0, 0, 1, 2, 11))
  .map(([{ openKinds, openSites }, first, more]) => {
    const days = more === 11 ? calendar : calendar.filter((day) => day >= first && day <= first + more);
    const date: StatedValue = { kind: "interval", from: isoDay(days[0] ?? 1), to: isoDay(days.at(-1) ?? 1) };
    return {
      fields: [...choiceFields(openKinds, openSites), { field: "date", value: date }],
      choices: combined(
        openKinds,
        openSites,
        days.map((day) => [day, day] as const),
      ),
    };
  });

type Stretch = readonly [first: number, last: number];

/** How a trial is stated, and when it may have been: no day of it lies after the request date. */
export interface Course {
  readonly value: Extract<StatedValue, { kind: "trial" }>;
  readonly stretches: readonly Stretch[];
}

const stated = (duration: string | null, from: number | null, to: number | null): Course["value"] => ({
  kind: "trial",
  response: "failed",
  duration,
  from: from === null ? null : isoDay(from),
  to: to === null ? null : isoDay(to),
});

const lengths = (least: number, most: number): readonly number[] =>
  calendar.filter((day) => day >= least && day <= most);
const everyStretch = (from: number): readonly Stretch[] =>
  Array.from({ length: requestDay - from + 1 }, (_, index) => from + index).flatMap((first) =>
    Array.from({ length: requestDay - first + 1 }, (_, index): Stretch => [first, first + index]),
  );

/** By both dates, by one and a length, by one alone, by a length alone, or only as having been. */
export const course: fc.Arbitrary<Course> = fc
  .tuple(
    fc.constantFrom(
      "dates",
      "dates",
      "dates",
      "first and length",
      "last and length",
      "first",
      "last",
      "length",
      "nothing",
    ),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(0, 0, 1, 2),
  )
  .map(([known, day, length, more]) => {
    const [least, most] = [Math.max(1, length), Math.max(1, length) + more];
    const said = `${least} to ${most} days`;
    switch (known) {
      case "dates":
        return { value: stated(null, Math.max(1, day - length), day), stretches: [[Math.max(1, day - length), day]] };
      case "first and length": {
        const first = Math.min(day, requestDay - least);
        const stretches = lengths(least, most).map((days): Stretch => [first, first + days]);
        return { value: stated(said, first, null), stretches: stretches.filter(([, last]) => last <= requestDay) };
      }
      case "last and length":
        return {
          value: stated(said, null, day),
          stretches: lengths(least, most).map((days): Stretch => [day - days, day]),
        };
      case "first":
        return { value: stated(null, day, null), stretches: everyStretch(day).filter(([first]) => first === day) };
      case "last":
        return { value: stated(null, null, day), stretches: everyStretch(-9).filter(([, last]) => last === day) };
      case "length":
        return {
          value: stated(said, null, null),
          stretches: everyStretch(-9).filter(([first, last]) => last - first >= least && last - first <= most),
        };
      default:
        return { value: stated(null, null, null), stretches: everyStretch(-1) };
    }
  });

const treated: fc.Arbitrary<Known> = fc
  .tuple(kindAndSite, course)
  .map(([{ openKinds, openSites }, { value, stretches }]) => ({
    fields: [...choiceFields(openKinds, openSites), { field: "course", value }],
    choices: combined(openKinds, openSites, stretches),
  }));

function combined(
  openKinds: readonly Raw["kind"][],
  openSites: readonly Raw["site"][],
  stretches: readonly Stretch[],
): readonly Raw[] {
  return openKinds.flatMap((kind) =>
    openSites.flatMap((site) => stretches.map(([first, last]) => ({ kind, site, first, last }))),
  );
}

/** `program` is no list but one treatment trial. */
export type ListName = "shot" | "session" | "treatment" | "program";

const listOf = (name: ListName, entry: fc.Arbitrary<Known>): fc.Arbitrary<KnownList> =>
  fc
    .record({
      entries: fc.array(entry, name === "program" ? { minLength: 1, maxLength: 1 } : { maxLength: 3 }),
      complete: name === "program" ? fc.constant(true) : fc.constantFrom(true, true, false),
      requested: open(sites),
    })
    .filter((list) => sizeOf(name, list) <= mostCompletions);

/** So many can be listed for thousands of cases. */
const mostCompletions = 20_000;

function sizeOf(name: ListName, { entries, complete }: KnownList): number {
  const more = complete ? 0 : unnamed[name].length;
  return entries.reduce((product, { choices }) => product * choices.length, 1 + more + (more * (more + 1)) / 2);
}

const everyTreatment = combined(
  kinds,
  ["left"],
  everyStretch(1).filter(([first, last]) => first % 3 === 1 && last % 2 === 0),
);

/** Everything that may be there and is not named; of courses of treatment some of every length suffice. */
const unnamed: Readonly<Record<ListName, readonly Raw[]>> = {
  shot: combined(
    kinds,
    ["left"],
    calendar.map((day) => [day, day] as const),
  ),
  session: combined(
    ["a"],
    sites,
    calendar.map((day) => [day, day] as const),
  ),
  treatment: everyTreatment,
  program: [],
};

/** Every list the case leaves possible, one after the other. */
export function* completions(name: ListName, { entries, complete }: KnownList): Generator<readonly Raw[]> {
  const more = unnamed[name];
  const hidden: (readonly Raw[])[] = [[]];
  if (!complete)
    for (const [index, raw] of more.entries()) hidden.push([raw], ...more.slice(index).map((other) => [raw, other]));
  for (const named of chosen(entries)) for (const others of hidden) yield [...named, ...others];
}

function* chosen([first, ...others]: readonly Known[]): Generator<readonly Raw[]> {
  if (first === undefined) yield [];
  else for (const rest of chosen(others)) for (const choice of first.choices) yield [choice, ...rest];
}

export const lists = {
  shot: listOf("shot", dated),
  session: listOf("session", dated),
  treatment: listOf("treatment", treated),
  program: listOf("program", treated),
} as const;

/** A case of the request date that holds nothing but these lists and facts. */
export function caseWith(known: Pick<Case, "lists" | "facts">): Case {
  return {
    id: "case",
    title: "case",
    summary: [],
    review: { reviewer: null, statement: [] },
    dates: { "request date": isoDay(requestDay), "service date": isoDay(serviceDay) },
    documents: [],
    ...known,
    requests: [
      {
        service: "care",
        code: null,
        askedFor: [],
        administrator: null,
        decision: null,
        expect: null,
      },
    ],
  };
}
