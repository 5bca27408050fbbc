import type { Table } from "../../../dsl/index.ts";
import type { GuidelineInSet } from "../../determine/index.ts";
import { everyNode, type Formula, type GuidelineProgram, rootsOf, type TableProgram } from "../../ir/index.ts";
import { FALSE, type NodeId, Space, type SpacePart, TOO_LARGE } from "../../logic/index.ts";
import { columnDefinitions } from "../../values/cohort/index.ts";
import { type Claim, claimsLeft, type Compared } from "./claims.ts";
import { sameReduction } from "./sameReduction.ts";
import { answersIn, subjectsOf } from "./subjects.ts";
import { takenClaims } from "./takenClaims.ts";
import type { Variant } from "./variants.ts";

/** What may differ between a guideline and itself with a mistake. Without claims nothing does, and that is proved. */
export type Difference =
  | {
      readonly kind: "claims";
      readonly space: Space;
      readonly parts: readonly SpacePart[];
      readonly claims: readonly Claim[];
    }
  | { readonly kind: "undecided"; readonly because: string };

const notKnown = "its outcomes and those of the guideline do not fit into one diagram within the budget";

/** Compares every outcome, as functions of all that a case can say. `budget`: nodes. */
export function differenceOf(own: GuidelineInSet, variant: Variant, budget: number): Difference {
  const program = own.compiled.program;
  const other = programOf(variant);
  const as = namesIn(own, variant);
  const parts: readonly SpacePart[] = [
    { program, formulas: formulasOf(program) },
    { program: other, formulas: formulasOf(other), as },
  ];
  const space = new Space(parts, { budget });
  const subjects = subjectsOf(program);
  const changed = [...as].filter(([id, name]) => name === renamed(id));
  const compared = { space, own, variant, subjects, changed };
  const claims = variant.taken === null ? functionsDiffer(compared) : takenClaims(compared, variant.taken);
  if (claims === null) return { kind: "undecided", because: notKnown };
  if (claims.length > 0) return { kind: "claims", space, parts, claims };
  if (!assumeTheSame(space, parts)) return { kind: "undecided", because: "what the guideline assumes rests on it" };
  if (!tellTheSame(space, program, other))
    return { kind: "undecided", because: "only a table that no outcome rests on tells it" };
  return { kind: "claims", space, parts, claims };
}

/** All that may be asked of a guideline. */
const formulasOf = (program: GuidelineProgram): readonly Formula[] => [
  ...rootsOf(program),
  ...[...program.tables.values()].flatMap(({ rows }) => rows.map(({ formula }) => formula)),
];

/** What quantities of the mistaken guideline are known by in the space, where that is not their own id. */
function namesIn(own: GuidelineInSet, variant: Variant): ReadonlyMap<string, string> {
  const program = own.compiled.program;
  const other = programOf(variant);
  const before = columnDefinitions({ guideline: own.guideline, program });
  const after = columnDefinitions({ guideline: variant.guideline, program: other });
  return new Map(
    other.quantities.flatMap((quantity): readonly (readonly [string, string])[] => {
      const { id } = quantity;
      if (before.get(id) === after.get(id)) return [];
      const same = sameReduction(quantity, other, program);
      if (same !== null) return [[id, same.id]];
      return before.has(id) ? [[id, renamed(id)]] : [];
    }),
  );
}

const programOf = ({ taken, compiled }: Variant): GuidelineProgram => taken?.always.program ?? compiled.program;

/** A quantity that comes about in another way is a quantity of its own, whatever it is called. */
const renamed = (id: string): string => `${id} ′`;

/**
 * A claim for each answer of the one and other answer of the other: where both are sure, whatever else the case leaves open,
 * the two are told apart. `null`: over the budget.
 */
function functionsDiffer(compared: Compared): readonly Claim[] | null {
  const { space, own, variant, subjects } = compared;
  const possible = space.possible;
  const claims = subjects.flatMap((subject) => {
    const before = answersIn(space, own.compiled.program, subject);
    const after = answersIn(space, variant.compiled.program, subject);
    const sure = before.flatMap((one, at) =>
      after.flatMap((other, otherAt) =>
        at === otherAt ? [] : [{ node: space.all([possible, one, other]), open: nothing }],
      ),
    );
    const isDifferent = sure.some(({ node }) => node !== FALSE);
    const admitted = isDifferent ? oneAdmits(compared, before, after) : [];
    return [...admitted, ...sure].map((each) => ({ subject, between: null, ...each }));
  });
  return claimsLeft(claims);
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Where the mistake is in what evidence counts, one of the two hardly ever sees another value than the other does: one sees a
 * value, and the other sees that there is none. Then one is sure of an answer, and the other may come to another one.
 */
function oneAdmits({ space, changed }: Compared, before: readonly NodeId[], after: readonly NodeId[]) {
  if (changed.length === 0) return [];
  const possible = space.possible;
  const unsure = (names: readonly string[], answer: NodeId): NodeId =>
    names.reduce((node, name) => space.sometimes(name, node), space.all([possible, space.not(answer)]));
  const [old, now] = [changed.map(([name]) => name), changed.map(([, name]) => name)];
  return before.flatMap((one, at) => {
    const other = after[at] ?? TOO_LARGE;
    return [
      { node: space.all([other, unsure(old, one)]), open: new Set(old) },
      { node: space.all([one, unsure(now, other)]), open: new Set(now) },
    ];
  });
}

/** Whether the tables that no outcome and no definition rests on give the same values: cases may ask for these. */
function tellTheSame(space: Space, before: GuidelineProgram, after: GuidelineProgram): boolean {
  const reached = new Set(everyNode(rootsOf(before)).map(({ table }) => table));
  return [...before.tables].every(([key, { table, rows }]) => {
    const other = after.tables.get(key);
    if (reached.has(key) || other === undefined) return reached.has(key);
    const rule = ({ policy, otherwise }: Table): string => JSON.stringify([policy, otherwise]);
    const isSame = ({ value, formula }: TableProgram["rows"][number], at: number): boolean => {
      const now = other.rows[at];
      return now?.value === value && space.formula(before, formula) === space.formula(after, now.formula);
    };
    return rule(table) === rule(other.table) && rows.length === other.rows.length && rows.every(isSame);
  });
}

function assumeTheSame(space: Space, parts: readonly SpacePart[]): boolean {
  const [first, ...others] = parts.map(({ program }) => space.possibleIn(program));
  return first !== TOO_LARGE && others.every((each) => each === first);
}
