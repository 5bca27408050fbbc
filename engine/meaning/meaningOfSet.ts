import { digestOf } from "../digest/index.ts";
import { type Authority, type Guideline, nameKey } from "../../dsl/index.ts";
import { type GuidelineInSet, localFirst, placeIn } from "../determine/index.ts";
import { describeFact, type DiagramMeaning, type GuidelineMeaning, meaningOf } from "../logic/index.ts";
import { overlap, type SetGuideline } from "../set/index.ts";
import { once } from "../values/index.ts";

/**
 * One part of what a set means, as plain data in one form only. `service`: what one request is answered with. `fact`: what
 * may be stated. `order`: an order of authority. Free of wording, citations, layout, titles and names of definitions.
 */
export interface MeaningPart {
  readonly kind: "service" | "fact" | "order";
  readonly meaning: unknown;
}

/**
 * Parts are equal exactly when they are known to mean the same. `decidesAs`: what stands for the decisions of a guideline that
 * need not be drawn, because the other version of it is written to ask the same.
 */
export function meaningOfSet(
  guidelines: readonly SetGuideline[],
  decidesAs: ReadonlyMap<SetGuideline["guideline"], string> = new Map(),
): readonly MeaningPart[] {
  const answers = localFirst(guidelines).flatMap((one) => answersOf(one, guidelines, decidesAs));
  return [
    ...guidelines.flatMap(({ guideline }) => factsOf(guideline)),
    ...guidelines.flatMap(({ guideline }) => orderOf(guideline)),
    ...answers.map((answer, at) => ({ kind: "service" as const, meaning: amongOthers(answer, at, answers) })),
  ];
}

function factsOf({ facts, lists }: Guideline): readonly MeaningPart[] {
  const stated = [
    ...facts.map(describeFact),
    ...lists.map(({ key, fields, countedOnce, needs }) => ({
      list: key,
      fields: fields.map((field) => JSON.stringify(describeFact(field))).toSorted(),
      countedOnce: countedOnce.toSorted(),
      needs: needs.map(({ text }) => text).toSorted(),
    })),
  ];
  return stated.map((meaning) => ({ kind: "fact", meaning }));
}

function orderOf({ authority, effective }: Guideline): readonly MeaningPart[] {
  if (authority === null) return [];
  const ranks = authority.ranks.map(({ names, when }) => ({ when, names: names.map(({ key }) => key) }));
  const evidence = authority.evidence
    .map(({ key, levels }) => ({ question: key, levels: levels.map(nameKey) }))
    .toSorted((a, b) => (a.question < b.question ? -1 : 1));
  return [{ kind: "order", meaning: { effective, ranks, evidence } }];
}

type Place = NonNullable<ReturnType<typeof placeIn>>;

/** `null`: in no rank. */
type Standing = Place | null | "not ordered";

/** What a guideline answers one request with. */
interface Answering {
  readonly guideline: Guideline;
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** Where the guideline stands in each order of authority of the set. */
  readonly places: readonly Standing[];
  readonly meaning: unknown;
}

/** By item, and by the name of a group as a whole. */
function answersOf(
  { guideline, compiled }: GuidelineInSet,
  all: readonly SetGuideline[],
  decidesAs: ReadonlyMap<Guideline, string>,
): readonly Answering[] {
  const as = decidesAs.get(guideline);
  const value = as === undefined ? meaningOf(compiled.program, guideline.facts).value : null;
  const places = all.flatMap(({ guideline: { authority, effective } }) =>
    authority === null ? [] : [placeUnder(authority, effective, guideline)],
  );
  return guideline.services.flatMap(({ key, items }) => {
    const decides = as ?? (value === null ? { notReduced: guideline } : decisionOn(key, value));
    const requests = [
      { names: [key], codes: [] },
      ...items.map((item) => ({
        names: [item.key],
        codes: item.codes.map(({ system, code }) => `${system} ${code}`).toSorted(),
      })),
    ];
    return requests.map((request) => ({
      ...request,
      guideline,
      places,
      meaning: { service: key, ...request, places, levels: levelsOf(guideline), decides },
    }));
  });
}

function levelsOf({ levels = [] }: Guideline): readonly string[] {
  return levels.map(({ key, level }) => `${key}: ${nameKey(level)}`).toSorted();
}

function placeUnder(authority: Authority, effective: Guideline["effective"], guideline: Guideline): Standing {
  return overlap({ ...guideline, effective }, guideline) ? placeIn(authority, guideline) : "not ordered";
}

/** Quantities that only other services of the guideline test are none of its business. */
function decisionOn(service: string, { effective, quantities, assumptions, services }: GuidelineMeaning): unknown {
  const outcomes = services.find((one) => one.service === service)?.outcomes ?? { nodes: [] };
  const asked = new Set([...askedIn(outcomes), ...askedIn(assumptions)]);
  return { effective, quantities: quantities.filter(({ id }) => asked.has(id)), assumptions, outcomes };
}

const askedIn = ({ nodes }: DiagramMeaning): readonly string[] =>
  nodes.flatMap((node) => (typeof node === "string" ? [] : [node.quantity]));

/**
 * An answer with those of other guidelines that the same request comes to before it. A code that two guidelines give
 * different names belongs to the one that is asked for by name, so each of them stands before the other.
 */
function amongOthers(answer: Answering, at: number, answers: readonly Answering[]): unknown {
  const before = answers.filter((other, index) => {
    if (other.guideline === answer.guideline || !overlap(other.guideline, answer.guideline)) return false;
    if (shared(other.names, answer.names)) return comesFirst(other, answer) ?? index < at;
    return shared(other.codes, answer.codes) && (comesFirst(other, answer) ?? true);
  });
  return { answer: answer.meaning, before: before.map(answerDigest).toSorted() };
}

/** One answer stands before many others. */
const answerDigest = once(({ meaning }: Answering): string => digestOf(meaning));

const shared = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

/** Whether an order of authority puts one before the other; `null` when none does. */
function comesFirst(one: Answering, other: Answering): boolean | null {
  const steps = one.places.flatMap((place, index) => {
    const than = other.places[index];
    if (!isPlace(place) || !isPlace(than)) return [];
    return place.rank === than.rank && place.name === than.name ? [] : [isBefore(place, than)];
  });
  return steps.length === 0 ? null : steps.includes(true);
}

const isPlace = (place: Standing | undefined): place is Place => typeof place === "object" && place !== null;

const isBefore = (one: Place, other: Place): boolean =>
  one.rank < other.rank || (one.rank === other.rank && one.name < other.name);
