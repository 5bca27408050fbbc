import { daysAfter, requestDate } from "./dates.ts";
import { type Phrase, question, type Said } from "./question.ts";

/** An entry: its kind, and how many days before the request date. */
interface Shot {
  readonly kind: "a" | "b";
  readonly ago: number;
}

const shots: readonly Shot[] = (["a", "b"] as const).flatMap((kind) => [2, 4, 5].map((ago) => ({ kind, ago })));

/** Lists of up to three, in any order. */
const lists: readonly (readonly Shot[])[] = upTo(3, shots);

function upTo(most: number, all: readonly Shot[]): readonly (readonly Shot[])[] {
  if (most === 0) return [[]];
  return [
    [],
    ...all.flatMap((first, at) => upTo(most - 1, all.slice(at)).map((others): readonly Shot[] => [first, ...others])),
  ];
}

/** What a case says of an entry, and which shots it may be. */
type Entry = readonly [fields: string, fits: (shot: Shot) => boolean];

const entries: readonly Entry[] = [
  ...shots.map(
    (shot): Entry => [`kind: ${shot.kind}, date: ${daysAfter(requestDate, -shot.ago)}`, (each) => each === shot],
  ),
  [`date: ${daysAfter(requestDate, -4)}`, ({ ago }) => ago === 4],
  ["kind: a, date: 2024-06", ({ kind }) => kind === "a"],
  [
    `kind: b, date: { from: ${daysAfter(requestDate, -5)}, to: ${daysAfter(requestDate, -4)} }`,
    (shot) => shot.kind === "b" && shot.ago >= 4,
  ],
];

/** Whether each of these entries is a shot of its own, and none is left over when the list is complete. */
function isPossible([first, ...others]: readonly Entry[], list: readonly Shot[], complete: boolean): boolean {
  if (first === undefined) return !complete || list.length === 0;
  return list.some((shot, at) => first[1](shot) && isPossible(others, list.toSpliced(at, 1), complete));
}

function stated(named: readonly Entry[], complete: boolean): Said<readonly Shot[]> {
  const lines = named.map(([fields]) => `      - { ${fields} }`);
  const text = ["shot:", `    complete: ${complete ? "yes" : "no"}`, "    entries:", ...lines].join("\n");
  return [named.length === 0 ? `${text} []` : text, (list) => isPossible(named, list, complete)];
}

const named: readonly (readonly Entry[])[] = [
  [],
  ...entries.map((entry) => [entry]),
  ...entries.flatMap((one, at) =>
    entries.slice(at).flatMap((other, next) => ((at + next) % 3 === 0 ? [[one, other]] : [])),
  ),
];
const asked = question<readonly Shot[]>(
  "shot",
  ["fact shot: list, each with\n  kind: one of a, b\n  date: date"],
  lists,
  [["", () => true], ...named.flatMap((each) => [stated(each, true), stated(each, false)])],
  "lists",
);

const isA = ({ kind }: Shot): boolean => kind === "a";
const latest = (list: readonly Shot[]): number => Math.min(...list.map(({ ago }) => ago));

export const incompleteLists: readonly Phrase[] = [
  asked.asks("any shot where its kind is a", (list) => list.some(isA)),
  asked.asks("no shot where its kind is a", (list) => !list.some(isA)),
  asked.asks("every shot where its kind is a", (list) => list.every(isA)),
  asked.asks("at least 2 shots", (list) => list.length >= 2),
  asked.asks("count of shots is 1", (list) => list.length === 1),
  asked.asks("any shot within 4 days before request date", (list) => list.some(({ ago }) => ago <= 4)),
  asked.asks("no more than 1 shot in any 1 day, not counting this one", (list) =>
    list.every((shot, at) => list.every((other, next) => at === next || Math.abs(shot.ago - other.ago) > 1)),
  ),
  asked.asks("at least 2 different kinds of shot", (list) => list.some(isA) && !list.every(isA)),
  asked.asks("at least 3 days since the latest shot, if any", (list) => list.length === 0 || latest(list) >= 3),
  asked.asks(
    "at least 3 days since the latest shot, which there must be",
    (list) => list.length > 0 && latest(list) >= 3,
  ),
];
