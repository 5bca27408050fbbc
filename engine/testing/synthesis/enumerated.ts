import type { GuidelineInSet } from "../../determine/index.ts";
import type { Known } from "../../evaluate/index.ts";
import { everyTest, type Formula, type GuidelineProgram, rootsOf } from "../../ir/index.ts";
import { type Assignment, cellsOf } from "../../logic/index.ts";
import { isAlwaysKnown } from "../coverage/index.ts";

/** What a case might say of every quantity of a guideline; what is not named it leaves undocumented. */
export interface Sketch {
  readonly wanted: Assignment;
  readonly known: Known;
}

/** More quantities than this are not gone through. */
const mostQuantities = 8;

/** More sketches than this are not made. */
const mostSketches = 60_000;

/**
 * Everything that a case may say, each quantity documented in one of the ways that tests tell apart, those of `others` among them,
 * or not: those that say least first. `null`: it would be too much.
 */
export function everySketch(own: GuidelineInSet, others: readonly GuidelineProgram[]): readonly Sketch[] | null {
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
  if (told.length > mostQuantities || count > mostSketches) return null;
  const all = told.reduce<readonly Assignment[]>(
    (sketches, { quantity, ways }) =>
      ways.flatMap((values) =>
        values === null ? sketches : sketches.map((sketch) => new Map([...sketch, [quantity, values]])),
      ),
    [new Map()],
  );
  return all.toSorted((a, b) => a.size - b.size).map((wanted) => ({ wanted, known: knownFrom(wanted) }));
}

const rowsOf = ({ tables }: GuidelineProgram): readonly Formula[] =>
  [...tables.values()].flatMap(({ rows }) => rows.map(({ formula }) => formula));

const knownFrom = (wanted: Assignment): Known => ({
  quantities: new Map([...wanted].map(([quantity, values]) => [quantity, { values, reason: null }])),
});
