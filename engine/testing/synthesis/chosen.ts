import type { GuidelineInSet } from "../../determine/index.ts";
import { fewestThatShowAll } from "./cover.ts";
import { everySketch, type Sketch } from "./enumerated.ts";
import type { Item } from "./items.ts";
import { madeOf } from "./made.ts";
import { mergedCase } from "./merged.ts";
import type { WitnessCase } from "./witnessCase.ts";

/** A case, and the places of the items it shows. */
export interface Chosen extends WitnessCase {
  readonly shows: readonly number[];
}

/** Steps of the search for the fewest. */
const work = 20_000;

/** Answers that may be asked for while sketches are held against items. */
const mostAnswers = 3_000_000;

/** Merged cases that may be tried. */
const mostMerged = 600;

/** As few plausible cases as were found that show together every item that any case was found to show. */
export function fewestCases(own: GuidelineInSet, items: readonly Item[]): readonly Chosen[] {
  const sketched = fromSketches(own, items);
  const left = items.filter((_, at) => !sketched.some(({ shows }) => shows.includes(at)));
  if (left.length > mostCompared) return [...sketched, ...oneByOne(left, items)];
  const alone = left.flatMap((item) => item.witness() ?? []).map((each) => seen(each, items));
  const pool = [...sketched, ...alone, ...mergedWith(alone, items)];
  return fewestThatShowAll(
    pool.map(({ shows }) => shows),
    work,
  ).flatMap((place) => pool[place] ?? []);
}

/** Of more items not every case is held against every item. */
const mostCompared = 150;

/** A case for each item that those before it do not show. */
function oneByOne(wanted: readonly Item[], items: readonly Item[]): readonly Chosen[] {
  const open = new Set(wanted);
  return wanted.flatMap((item) => {
    const found = open.has(item) ? item.witness() : null;
    if (found === null) return [];
    const shown = new Set([...open].filter((each) => each.isShownIn(found.case, found.service)));
    for (const each of shown) open.delete(each);
    return [{ ...found, shows: placesWhere(items, (each) => shown.has(each)) }];
  });
}

function seen(each: WitnessCase, items: readonly Item[]): Chosen {
  return { ...each, shows: placesWhere(items, (item) => item.isShownIn(each.case, each.service)) };
}

function placesWhere(items: readonly Item[], shows: (item: Item) => boolean): readonly number[] {
  return [...items.keys()].filter((at) => {
    const item = items[at];
    return item !== undefined && shows(item);
  });
}

interface Planned {
  readonly sketch: Sketch;
  readonly service: string;
}

/**
 * The fewest of everything that a case may say. One of which no case can be made is left out, and the fewest of the others are
 * looked for again.
 */
function fromSketches(own: GuidelineInSet, items: readonly Item[]): readonly Chosen[] {
  const { services } = own.guideline;
  const sketches = everySketch(
    own,
    items.flatMap(({ mistaken }) => mistaken ?? []),
    Math.floor(mostAnswers / Math.max(1, services.length * items.length)),
  );
  if (sketches === null) return [];
  const planned = services.flatMap(({ key: service }) => sketches.map((sketch): Planned => ({ sketch, service })));
  let shown = planned.map(({ sketch, service }) => placesWhere(items, (item) => item.isShownBy(sketch.known, service)));
  for (let round = 0; round < mostRounds; round++) {
    const picked = fewestThatShowAll(shown, work);
    const made = picked.map((place) => caseFor(own, planned[place]));
    const chosen = made.flatMap((each) => (each === null ? [] : [seen(each, items)]));
    const failed = new Set(picked.filter((_, at) => made[at] === null));
    if (failed.size === 0 || round === mostRounds - 1) return chosen;
    shown = shown.map((places, place) => (failed.has(place) ? [] : places));
  }
  return [];
}

const mostRounds = 6;

/** What the sketch leaves undocumented the case leaves so, too. */
function caseFor(own: GuidelineInSet, planned: Planned | undefined): WitnessCase | null {
  if (planned === undefined) return null;
  const { sketch, service } = planned;
  const made = madeOf(own, { wanted: sketch.wanted, open: new Set(), between: null }, service);
  return made && { case: made, service };
}

/** One case after the other is joined to those before it, as long as both show what they showed alone. */
function mergedWith(alone: readonly Chosen[], items: readonly Item[]): readonly Chosen[] {
  const merged: Chosen[] = [];
  let tries = mostMerged;
  for (const each of alone) {
    let isJoined = false;
    for (const [at, before] of merged.entries()) {
      if (isJoined || --tries < 0) break;
      const joined = mergedCase(before, each);
      const both = joined && seen(joined, items);
      if (both === null || ![...before.shows, ...each.shows].every((item) => both.shows.includes(item))) continue;
      merged[at] = both;
      isJoined = true;
    }
    if (!isJoined) merged.push(each);
  }
  return merged;
}
