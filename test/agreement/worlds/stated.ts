import { decodeCase } from "../../../engine/values/case/index.ts";
import type { Case, CaseList } from "../../../engine/values/index.ts";
import { requestDate, serviceDate } from "./dates.ts";
import type { Knowledge, Place, Question, World } from "./question.ts";

/** A fact and all that a case says of it, one statement after the other. */
export interface Told {
  readonly question: Question;
  readonly said: readonly Knowledge[];
}

/** The lines of a case file, for the reader of a failure. */
export function linesOf(told: readonly Told[]): string {
  return told
    .flatMap(({ said, question: { name, place } }) =>
      said.map(({ stated }) => (place === "dates" ? `${name}: ${stated}` : stated)),
    )
    .filter((line) => line !== "")
    .join("\n");
}

export function caseOf(told: readonly Told[]): Case {
  const parts = told.flatMap(({ question, said }) => said.map(({ stated }) => decoded(question.place, stated)));
  const base = decoded("facts", "");
  return {
    ...base,
    dates: parts.find(({ dates }) => dates["service date"] !== serviceDate)?.dates ?? base.dates,
    facts: parts.flatMap(({ facts }) => facts),
    lists: [
      ...Map.groupBy(
        parts.flatMap(({ lists }) => lists),
        ({ list }) => list,
      ).values(),
    ].map(together),
    requests: base.requests.map((request) => ({
      ...request,
      askedFor: parts.flatMap(({ requests }) => requests.flatMap(({ askedFor }) => askedFor)),
    })),
  };
}

/** One list of which first some entries are known and then more. */
function together(lists: readonly CaseList[]): CaseList {
  return {
    list: lists[0]?.list ?? "",
    complete: lists.some(({ complete }) => complete),
    entries: lists.flatMap(({ entries }) => entries),
  };
}

const cases = new Map<string, Case>();

/** A case that says only this; the file is read once. */
function decoded(place: Place, stated: string): Case {
  const key = `${place}: ${stated}`;
  const known = cases.get(key) ?? decode(place, stated);
  cases.set(key, known);
  return known;
}

function decode(place: Place, stated: string): Case {
  const at = (where: Place): string => (place === where ? stated : "");
  const text = [
    "schema: precept/case/1",
    "case: Of a small world",
    `dates: { request date: ${requestDate}, service date: ${at("dates") || serviceDate} }`,
    "documents:",
    "  report: { title: Report, date: 2024-05-22, author: treating physician }",
    ...((at("facts") || at("lists")) === "" ? [] : ["facts:", ...stated.split("\n").map((line) => `  ${line}`)]),
    "requests:",
    "  - service: imaging",
    ...(at("asked for") === "" ? [] : [`    asked for: { ${stated} }`]),
  ].join("\n");
  const { value, diagnostics } = decodeCase({ name: "case.yaml", text });
  const [problem] = diagnostics;
  if (value === null || problem !== undefined) throw new Error(`${problem?.message ?? "No case"}\n${text}`);
  return value;
}

/** Every world that the case leaves possible, one after the other in the same map. */
export function* worlds([first, ...others]: readonly Told[], world = new Map<string, number>()): Generator<World> {
  if (first === undefined) {
    yield world;
    return;
  }
  for (const value of possible(first)) {
    world.set(first.question.name, value);
    yield* worlds(others, world);
  }
}

/** What is possible by everything said. */
function possible({ said: [first, ...others] }: Told): readonly number[] {
  return (first?.possible ?? []).filter((value) => others.every((other) => other.possible.includes(value)));
}

/** Whether a case that says the one may come to say the other too: nothing they say contradicts, and a complete list is. */
export function agrees({ place }: Question, before: Knowledge, more: Knowledge): boolean {
  if (place === "lists") return !before.stated.includes("complete: yes");
  return place !== "dates" && before.possible.some((value) => more.possible.includes(value));
}

export function countWorlds(told: readonly Told[]): number {
  return told.reduce((product, each) => product * possible(each).length, 1);
}
