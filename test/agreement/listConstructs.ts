import { type ListName, type Raw, requestDay, serviceDay } from "./listWorld.ts";

/**
 * A phrase of the language about a list, and whether it is so of a list that is known in full; `null` where entries of one
 * day compete for being the latest or earliest and do not agree.
 */
export interface Construct {
  readonly list: ListName;
  readonly phrase: string;
  readonly isSo: (entries: readonly Raw[], requested: Raw["site"]) => boolean | null;
}

/** A guideline that declares what constructs speak of; `care` is recommended if a criterion, and `definitions` are its own. */
export const listGuideline = (criterion: string, definitions = ""): string => `guideline "T"
  source "S", page 1

codes back: ICD-10-CM M54.1*, M54.2 to M54.5

fact requested site: one of left, right
fact program: treatment trial

fact shot: list, each with
  kind: one of a, b
  diagnosis: ICD-10-CM code
  site: one of left, right
  date: date

fact session: list, each with
  kind: one of a, b
  diagnosis: ICD-10-CM code
  site: one of left, right
  date: date
  counted once per date and site

fact treatment: list of treatment trials, each with
  kind: one of a, b
  diagnosis: ICD-10-CM code
  site: one of left, right

${definitions}service care
  Care    CPT 72141

care if ${criterion}
`;

const a = ({ kind }: Raw): boolean => kind === "a";
const within =
  (days: number, of: number = requestDay) =>
  ({ first }: Raw): boolean =>
    first >= of - days && first <= of;
const kindsOf = (entries: readonly Raw[]): number => new Set(entries.map(({ kind }) => kind)).size;

/** The most entries in any closed stretch of so many days, those alike counted as one where `alike` says how. */
function most(entries: readonly Raw[], days: number, alike?: (entry: Raw) => string): number {
  const counts = entries.map(({ first }) => {
    const inside = entries.filter((other) => other.first >= first && other.first <= first + days);
    return alike ? new Set(inside.map(alike)).size : inside.length;
  });
  return Math.max(0, ...counts);
}

const dateAndSite = ({ first, site }: Raw): string => `${first} ${site}`;
/** The one asked for is like no other. */
const thisOne: Raw = { kind: "a", site: "left", first: serviceDay, last: serviceDay };
const countedOnce = (entries: readonly Raw[]): number => new Set(entries.map(dateAndSite)).size;
const mostWithThisOne = (entries: readonly Raw[], days: number): number =>
  most([...entries, thisOne], days, (entry) => (entry === thisOne ? "this one" : dateAndSite(entry)));

const newest = (entries: readonly Raw[]): number => Math.max(...entries.map(({ first }) => first));
const oldest = (entries: readonly Raw[]): number => Math.min(...entries.map(({ first }) => first));

const agreed = (competing: readonly Raw[]): boolean | null =>
  competing.length > 0 && competing.every(a) ? true : competing.some(a) ? null : false;

/** Days of a course within a closed window before the request date, its end minus its beginning there. */
const daysIn = ({ first, last }: Raw, window: number): number =>
  Math.max(0, Math.min(last, requestDay) - Math.max(first, requestDay - window));

/** The longest stretch without a day between, its last day minus its first. */
function run(entries: readonly Raw[], window: number = Number.POSITIVE_INFINITY): number {
  const days = new Set(
    entries.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
        (day) => day >= requestDay - window && day <= requestDay,
      ),
    ),
  );
  const lengths = [...days].map((start) => {
    let end = start;
    while (days.has(end + 1)) end += 1;
    return end - start;
  });
  return Math.max(0, ...lengths);
}

const counted: readonly Construct[] = [
  { list: "shot", phrase: "at least 2 shots", isSo: (all) => all.length >= 2 },
  { list: "shot", phrase: "count of shots is 1", isSo: (all) => all.length === 1 },
  { list: "shot", phrase: "any shot where its kind is a", isSo: (all) => all.some(a) },
  { list: "shot", phrase: "every shot where its kind is a", isSo: (all) => all.every(a) },
  {
    list: "shot",
    phrase: "no shot where its date before 2024-01-05",
    isSo: (all) => all.every(({ first }) => first >= 5),
  },
  {
    list: "shot",
    phrase: "any shot where its date within 4 days before request date AND its kind is a",
    isSo: (all) => all.filter(within(4)).some(a),
  },
  { list: "shot", phrase: "any shot within 4 days before request date", isSo: (all) => all.some(within(4)) },
  { list: "shot", phrase: "no shot within 4 days before the request date", isSo: (all) => !all.some(within(4)) },
  {
    list: "shot",
    phrase: "every shot within 4 days before request date where its kind is a",
    isSo: (all) => all.filter(within(4)).every(a),
  },
  {
    list: "shot",
    phrase: "at least 2 shots within 6 days before service date",
    isSo: (all) => all.filter(within(6, serviceDay)).length >= 2,
  },
  {
    list: "shot",
    phrase: "count of shots within 4 days before request date at most 1",
    isSo: (all) => all.filter(within(4)).length <= 1,
  },
  { list: "shot", phrase: "at least 2 different kinds of shot", isSo: (all) => kindsOf(all) >= 2 },
  {
    list: "shot",
    phrase: "at least 2 different kinds of shot within 4 days before request date",
    isSo: (all) => kindsOf(all.filter(within(4))) >= 2,
  },
];

const rolling: readonly Construct[] = [
  { list: "shot", phrase: "at least 2 shots in any 3 days", isSo: (all) => most(all, 3) >= 2 },
  {
    list: "shot",
    phrase: "no more than 1 shot in any 3 days, not counting this one",
    isSo: (all) => most(all, 3) <= 1,
  },
  {
    list: "shot",
    phrase: "no more than 2 shots in any 4 days, counting this one",
    isSo: (all) => most([...all, thisOne], 4) <= 2,
  },
  {
    list: "shot",
    phrase: "fewer than 2 shots in any 3 days, not counting this one, where its kind is a",
    isSo: (all) => most(all.filter(a), 3) < 2,
  },
  { list: "session", phrase: "at most 1 session", isSo: (all) => countedOnce(all) <= 1 },
  { list: "session", phrase: "at least 2 sessions", isSo: (all) => countedOnce(all) >= 2 },
  {
    list: "session",
    phrase: "no more than 1 session in any 3 days, not counting this one",
    isSo: (all) => most(all, 3, dateAndSite) <= 1,
  },
  {
    list: "session",
    phrase: "no more than 2 sessions in any 4 days, counting this one",
    isSo: (all) => mostWithThisOne(all, 4) <= 2,
  },
];

const latest: readonly Construct[] = [
  {
    list: "shot",
    phrase: "kind of the latest shot is a",
    isSo: (all) => agreed(all.filter(({ first }) => first === newest(all))),
  },
  {
    list: "shot",
    phrase: "kind of the earliest shot is a",
    isSo: (all) => agreed(all.filter(({ first }) => first === oldest(all))),
  },
  {
    list: "shot",
    phrase: "date of the latest shot after 2024-01-06",
    isSo: (all) => all.length > 0 && newest(all) > 6,
  },
  {
    list: "shot",
    phrase: "date of the earliest shot on or before 2024-01-06",
    isSo: (all) => all.length > 0 && oldest(all) <= 6,
  },
  {
    list: "shot",
    phrase: "at least 3 days since the latest shot, if any",
    isSo: (all) => all.length === 0 || requestDay - newest(all) >= 3,
  },
  {
    list: "shot",
    phrase: "at least 1 week since the latest shot, which there must be",
    isSo: (all) => all.length > 0 && requestDay - newest(all) >= 7,
  },
  {
    list: "shot",
    phrase: "at least 5 days between the latest shot and the service date, if any",
    isSo: (all) => all.length === 0 || serviceDay - newest(all) >= 5,
  },
  {
    list: "shot",
    phrase: "at least 3 days since the latest shot, if any, where its kind is a",
    isSo: (all) => !all.some(a) || requestDay - newest(all.filter(a)) >= 3,
  },
];

const trials: readonly Construct[] = [
  {
    list: "treatment",
    phrase: "any treatment where it lasted at least 3 days",
    isSo: (all) => all.some(({ first, last }) => last - first >= 3),
  },
  {
    list: "treatment",
    phrase: "any treatment where it lasted at least 3 days within 6 days before request date",
    isSo: (all) => all.some((entry) => daysIn(entry, 6) >= 3),
  },
  {
    list: "treatment",
    phrase:
      "at least 2 different kinds of treatment where all of (it failed; it lasted at least 2 days within 1 week before request date)",
    isSo: (all) => kindsOf(all.filter((entry) => daysIn(entry, 7) >= 2)) >= 2,
  },
  { list: "treatment", phrase: "at least 4 consecutive days of treatment", isSo: (all) => run(all) >= 4 },
  {
    list: "treatment",
    phrase: "at least 4 consecutive days of treatment within 8 days before request date",
    isSo: (all) => run(all, 8) >= 4,
  },
  {
    list: "treatment",
    phrase: "less than 1 consecutive week of treatment within 10 days before the request date",
    isSo: (all) => run(all, 10) < 7,
  },
  {
    list: "treatment",
    phrase: "at least 3 consecutive days of treatment within 8 days before request date where its kind is a",
    isSo: (all) => run(all.filter(a), 8) >= 3,
  },
];

const against: readonly Construct[] = [
  { list: "shot", phrase: "any shot where its diagnosis is in back", isSo: (all) => all.some(a) },
  {
    list: "shot",
    phrase: "no shot within 4 days before request date where its diagnosis is not in back",
    isSo: (all) => all.filter(within(4)).every(a),
  },
  {
    list: "session",
    phrase: "any session where its site is the same as requested site",
    isSo: (all, requested) => all.some(({ site }) => site === requested),
  },
  {
    list: "session",
    phrase: "every session where its site is the same as requested site",
    isSo: (all, requested) => all.every(({ site }) => site === requested),
  },
  {
    list: "session",
    phrase: "no more than 1 session in any 3 days, not counting this one, where its site is the same as requested site",
    isSo: (all, requested) =>
      most(
        all.filter(({ site }) => site === requested),
        3,
        dateAndSite,
      ) <= 1,
  },
];

const single =
  (days: (course: Raw) => boolean): Construct["isSo"] =>
  ([course]) =>
    course !== undefined && days(course);

const programs: readonly Construct[] = [
  { list: "program", phrase: "program lasted at least 3 days", isSo: single(({ first, last }) => last - first >= 3) },
  {
    list: "program",
    phrase: "program lasted at least 3 days within 6 days before request date",
    isSo: single((course) => daysIn(course, 6) >= 3),
  },
  {
    list: "program",
    phrase: "program lasted less than 1 week within 10 days before request date",
    isSo: single((course) => daysIn(course, 10) < 7),
  },
  {
    list: "program",
    phrase: "program lasted from 2 to 4 days within the 8 days before the request date",
    isSo: single((course) => daysIn(course, 8) >= 2 && daysIn(course, 8) <= 4),
  },
];

export const constructs: readonly Construct[] = [...counted, ...rolling, ...latest, ...trials, ...programs, ...against];
