import { type NodeId, type Space, TOO_LARGE } from "../../logic/index.ts";
import { holds, lowest } from "../../values/index.ts";
import { openStretches, type Stretch } from "../index.ts";
import { type Claim, claimsLeft, type Compared } from "./claims.ts";
import { answersIn } from "./subjects.ts";
import type { Taken } from "./variants.ts";

/**
 * Where it shows that an open test is taken to hold, or to fail. It shows at all if it shows while the tested quantity may have as
 * few values as leave the test open: c with which the test is not what it is taken for and d with which it is, and what
 * a case that leaves both must leave between.
 *
 *     the guideline says o:              P = o at c  and  P = o at d
 *     read with the mistake it says o:   F = o at c  and  P = o at d       (at d the test is what it is taken for: F = P)
 *
 * For suppose one of the two decides o on any larger information set, and the other does not: then it is at some c that F and P
 * differ and one of them is o, and the d of the set nearest to c will do. So these are all that need be looked at; that the
 * quantity is left wholly undocumented is asked first, since such a case is the plainest.
 */
export function takenClaims(compared: Compared, taken: Taken): readonly Claim[] | null {
  const { space, own } = compared;
  const { test, always, as } = taken;
  const cells = space.variables.find(({ quantity }) => quantity === test.quantity)?.cells ?? [];
  const quantity = own.compiled.program.quantities.find(({ id }) => id === test.quantity);
  if (quantity === undefined) throw new Error(`The program has no quantity ${test.quantity}`);
  const isAsTaken = (cell: number): boolean => holds(test.values, lowest(cells[cell] ?? []) ?? 0) === as;
  const stretches = openStretches(quantity, cells, isAsTaken);
  if (stretches.length > mostStretches) return null;
  const whole: Stretch = { cells: [...cells.keys()], ends: [[], []] };
  const open = stretches.length === 0 ? [] : [whole];
  return claimsLeft(
    compared.subjects.flatMap((subject) => {
      const before = answersIn(space, own.compiled.program, subject);
      const after = answersIn(space, always.program, subject);
      const answers = before.map((each, at) => ({ before: each, after: after[at] ?? TOO_LARGE }));
      const shownIn = (stretch: Stretch): readonly NodeId[] => told(compared, taken, stretch, answers);
      return [
        ...open.flatMap(shownIn).map((node) => ({ subject, node, open: new Set([test.quantity]), between: null })),
        ...stretches.flatMap((stretch) => {
          const between = { quantity: test.quantity, values: stretch.ends };
          return shownIn(stretch).map((node) => ({ subject, node, open: new Set<string>(), between }));
        }),
      ];
    }),
  );
}

/** Tests of more values than this are not compared value by value. */
const mostStretches = 500;

/** An answer, as the guideline gives it and as it is given where the test always is what it is taken for. */
interface AnswerCompared {
  readonly before: NodeId;
  readonly after: NodeId;
}

/** Where, with the quantity left these cells, one of the two decides for an answer, and the other does not. */
function told(
  { space, own }: Compared,
  { test, always }: Taken,
  { cells }: Stretch,
  answers: readonly AnswerCompared[],
): readonly NodeId[] {
  const at = (node: NodeId): readonly NodeId[] => cells.map((cell) => space.given(node, test.quantity, cell));
  const [before, after] = [own.compiled.program, always.program].map((program) => at(space.possibleIn(program)));
  return answers.flatMap((each) => {
    const one = decided(space, at(each.before), before ?? []);
    const other = decided(space, at(each.after), after ?? []);
    return [space.all([one, space.not(other)]), space.all([other, space.not(one)])];
  });
}

/** Some cell is possible, and every possible one gives the answer. */
function decided(space: Space, answer: readonly NodeId[], possible: readonly NodeId[]): NodeId {
  const each = answer.map((node, at) => space.any([node, space.not(possible[at] ?? TOO_LARGE)]));
  return space.all([space.any(possible), ...each]);
}
