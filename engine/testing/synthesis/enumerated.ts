import type { GuidelineInSet } from "../../determine/index.ts";
import type { Known } from "../../evaluate/index.ts";
import { everyTest, type Formula, type GuidelineProgram, rootsOf } from "../../ir/index.ts";
import { type Assignment, cellsOf } from "../../logic/index.ts";
import type { ValueSet } from "../../values/index.ts";
import { isAlwaysKnown } from "../coverage/index.ts";

/** What a case might say of every quantity of a guideline; what is not named it leaves undocumented. */
export interface Sketch {
  readonly wanted: Assignment;
  readonly known: Known;
}

/** More quantities than this are not gone through. */
const mostQuantities = 8;

/**
 * Everything that a case may say, each quantity documented in one of the ways that tests tell apart, those of `others` among them,
 * or not: those that say least first. Of more than `most` so many, evenly spread. `null`: there are too many quantities.
 */
export function everySketch(
  own: GuidelineInSet,
  others: readonly GuidelineProgram[],
  most: number,
): readonly Sketch[] | null {
  const { program } = own.compiled;
  const tests = Map.groupBy(
    [program, ...others].flatMap((each) => everyTest([...rootsOf(each), ...rowsOf(each)])),
    ({ quantity }) => quantity,
  );
  const told = program.quantities.map(({ id, domain }) => ({
    quantity: id,
    ways: [
      ...(isAlwaysKnown(program, id) ? [] : [null]),
      ...cellsOf(domain, tests.get(id)?.map(({ values }) => values) ?? []),
    ],
  }));
  const count = told.reduce((product, { ways }) => product * ways.length, 1);
  if (told.length > mostQuantities || most < 1) return null;
  const all = spread(count, most).map((number) => sketched(told, number));
  return all.toSorted((a, b) => a.size - b.size).map((wanted) => ({ wanted, known: knownFrom(wanted) }));
}

interface Told {
  readonly quantity: string;
  /** `null`: undocumented. */
  readonly ways: readonly (ValueSet | null)[];
}

/** Each number stands for one way of every quantity. */
function sketched(told: readonly Told[], number: number): Assignment {
  const wanted = new Map<string, ValueSet>();
  let left = number;
  for (const { quantity, ways } of told) {
    const values = ways[left % ways.length] ?? null;
    left = Math.floor(left / ways.length);
    if (values !== null) wanted.set(quantity, values);
  }
  return wanted;
}

/** Numbers below `count`: all of them, or `most` that have no pattern in common with the ways of any quantity. */
function spread(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  return Array.from({ length: most }, (_, at) => Math.floor(((at * goldenShare) % 1) * count));
}

/** Multiples of it fill the numbers from 0 to 1 evenly, however many are taken. */
const goldenShare = (Math.sqrt(5) - 1) / 2;

const rowsOf = ({ tables }: GuidelineProgram): readonly Formula[] =>
  [...tables.values()].flatMap(({ rows }) => rows.map(({ formula }) => formula));

const knownFrom = (wanted: Assignment): Known => ({
  quantities: new Map([...wanted].map(([quantity, values]) => [quantity, { values, reason: null }])),
});
