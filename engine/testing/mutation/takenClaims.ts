import { type NodeId, type Space, TOO_LARGE } from "../../logic/index.ts";
import { holds, lowest, type ValueSet } from "../../values/index.ts";
import { type Claim, claimsLeft, type Compared } from "./claims.ts";
import { answersIn } from "./subjects.ts";
import type { Taken } from "./variants.ts";

/**
 * Where it shows that an open test is taken to hold, or to fail. It shows at all if it shows while the tested quantity may have
 * just two values, c with which the test is not what it is taken for and d with which it is:
 *
 *     the guideline says o of {c, d}:        P = o at c  and  P = o at d
 *     read with the mistake it says o:       F = o at c  and  P = o at d       (at d the test is what it is taken for: F = P)
 *
 * For suppose one of the two decides o on any larger information set, and the other does not: then it is at some c that F and P
 * differ and one of them is o, and any d of the set will do. So pairs of cells are all that need be looked at; that the quantity
 * is left wholly undocumented is asked first, since such a case is the plainest.
 */
export function takenClaims(compared: Compared, taken: Taken): readonly Claim[] | null {
  const asked = askedIn(compared, taken);
  if (asked.otherwise.length === 0 || asked.asTaken.length === 0) return [];
  if (asked.otherwise.length * asked.asTaken.length > mostPairs) return null;
  return claimsLeft(
    compared.subjects.flatMap((subject) => {
      const before = answersIn(compared.space, compared.own.compiled.program, subject);
      const after = answersIn(compared.space, taken.always.program, subject);
      const answers = before.map((each, at) => ({ before: each, after: after[at] ?? TOO_LARGE }));
      return [
        ...undocumented(compared, taken, answers).map((node) => ({ subject, node, open: asked.open, between: null })),
        ...pairs(compared, asked, answers).map((pair) => ({ subject, open: new Set<string>(), ...pair })),
      ];
    }),
  );
}

/** Tests of more values than this are not compared pair by pair. */
const mostPairs = 1_000;

/** The values of the tested quantity, by place: with which the test is what it is taken for, and with which it is not. */
interface Asked {
  readonly quantity: string;
  readonly cells: readonly ValueSet[];
  readonly asTaken: readonly number[];
  readonly otherwise: readonly number[];
  readonly open: ReadonlySet<string>;
}

function askedIn({ space }: Compared, { test, as }: Taken): Asked {
  const { quantity } = test;
  const cells = space.variables.find((variable) => variable.quantity === quantity)?.cells ?? [];
  const isMet = (cell: number): boolean => holds(test.values, lowest(cells[cell] ?? []) ?? 0);
  const places = [...cells.keys()];
  return {
    quantity,
    cells,
    asTaken: places.filter((cell) => isMet(cell) === as),
    otherwise: places.filter((cell) => isMet(cell) !== as),
    open: new Set([quantity]),
  };
}

/** An answer, as the guideline gives it and as it is given where the test always is what it is taken for. */
interface AnswerCompared {
  readonly before: NodeId;
  readonly after: NodeId;
}

/** For each answer, where only the one decides for it, and where only the other does. */
function undocumented(
  { space, own }: Compared,
  { test, always }: Taken,
  answers: readonly AnswerCompared[],
): readonly NodeId[] {
  const [possible, after] = [own.compiled.program, always.program].map((program) => space.possibleIn(program));
  const decided = (node: NodeId, among: NodeId = TOO_LARGE): NodeId =>
    space.decidedWithout(test.quantity, node, among);
  return answers.flatMap((each) =>
    eitherAlone(space, decided(each.before, possible), decided(each.after, after)),
  );
}

const eitherAlone = (space: Space, one: NodeId, other: NodeId): readonly NodeId[] => [
  space.all([one, space.not(other)]),
  space.all([other, space.not(one)]),
];

/** Where the assumptions leave only c, it is enough that the two differ there. */
function pairs(
  { space }: Compared,
  { quantity, cells, asTaken, otherwise }: Asked,
  answers: readonly AnswerCompared[],
): readonly Pick<Claim, "node" | "between">[] {
  if (cells.length === 2) return [];
  const at = (node: NodeId, cell: number): NodeId => space.given(node, quantity, cell);
  const possible = space.possible;
  return nearestFirst(otherwise, asTaken).flatMap(([c, d]) => {
      const between = { quantity, values: [cells[c] ?? [], cells[d] ?? []] } as const;
      return answers.flatMap(({ before, after }) => {
        const alsoAtD = space.any([at(before, d), space.not(at(possible, d))]);
        const decided = [before, after].map((node) => space.all([at(possible, c), at(node, c), alsoAtD]));
        const [one = TOO_LARGE, other = TOO_LARGE] = decided;
        return eitherAlone(space, one, other).map((node) => ({ node, between }));
      });
    });
}

function nearestFirst(some: readonly number[], others: readonly number[]): readonly (readonly [number, number])[] {
  const all = some.flatMap((c) => others.map((d) => [c, d] as const));
  return all.toSorted(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d));
}
