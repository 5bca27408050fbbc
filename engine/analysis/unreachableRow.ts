import { type Formula, type TableProgram } from "../ir/index.ts";
import { FALSE, type NodeId, type Space, TOO_LARGE } from "../logic/index.ts";
import { CaseSpace } from "../witness/index.ts";
import { asked, type Flaw, foundIn } from "./asked.ts";
import type { Parts } from "./parts.ts";
import { type Asked, notKnown, proved } from "./question.ts";

const problem = "unreachable row";

/** Rows that never give the value of their table: those that count before them hold wherever they do. */
export function unreachableRows({ program, guideline }: Parts, table: TableProgram, budget: number): readonly Asked[] {
  if (table.table.span.file !== undefined || table.table.policy === "points added up") return [];
  const formulas = table.rows.map(({ formula }) => formula);
  const space = new CaseSpace({ guideline, program, formulas }, { budget });
  return table.table.policy === "only one applies" ? alone(space, program, table) : ranked(space, program, table);
}

type Program = Parts["program"];

/** In the order in which they count; `before`: where a row that counts earlier holds. */
function ranked(space: Space, program: Program, table: TableProgram): readonly Asked[] {
  let before: NodeId = FALSE;
  const said = new Map<Formula, Asked>();
  for (const row of inOrder(table)) {
    const node = space.formula(program, row.formula);
    const first = space.canBe(space.all([node, space.not(before)]));
    const never = space.canBe(node) === false;
    said.set(row.formula, answer(program, table, row.formula, first, never ? null : covered(table)));
    before = space.any([before, node]);
  }
  const otherwise = unreachableOtherwise(space, program, table, before);
  return [...table.rows.flatMap(({ formula }) => said.get(formula) ?? []), ...otherwise];
}

function inOrder({ table: { policy }, rows }: TableProgram): TableProgram["rows"] {
  if (policy === "highest that applies") return rows.toSorted((a, b) => b.value - a.value);
  return policy === "lowest that applies" ? rows.toSorted((a, b) => a.value - b.value) : rows;
}

const covered = ({ table: { policy } }: TableProgram): string =>
  policy === "first that applies"
    ? "a row above it applies"
    : `a row with a ${policy === "highest that applies" ? "higher" : "lower"} value applies`;

function alone(space: Space, program: Program, table: TableProgram): readonly Asked[] {
  const nodes = table.rows.map(({ formula }) => space.formula(program, formula));
  return table.rows.map(({ formula }, at) => {
    const others = space.any(nodes.filter((_, other) => other !== at));
    const first = space.canBe(space.all([nodes[at] ?? TOO_LARGE, space.not(others)]));
    return answer(
      program,
      table,
      formula,
      first,
      space.canBe(nodes[at] ?? TOO_LARGE) === false ? null : "another row applies, too",
    );
  });
}

/** `why`: what holds wherever the row does; `null` where it never holds at all, which is told of its criterion. */
function answer(
  { file }: Program,
  { table }: TableProgram,
  { span, text }: Formula,
  first: boolean | null,
  why: string | null,
): Asked {
  const about = { span, name: text };
  if (first === null) return asked(problem, about, notKnown, file);
  if (first || why === null) return asked(problem, about, proved, file);
  return foundIn(problem, file, about, flaw(table.name, why));
}

const flaw = (name: string, why: string): Flaw => ({
  message: `This row never gives the value of \`${name}\`: wherever it applies, ${why}.`,
  hint: "Move it up, say more in what stands before it, or take it out.",
});

function unreachableOtherwise(
  space: Space,
  { file }: Program,
  { table }: TableProgram,
  before: NodeId,
): readonly Asked[] {
  if (table.otherwise === null) return [];
  const about = { span: table.span, name: `${table.name} otherwise` };
  const left = space.canBe(space.not(before));
  if (left === null) return [asked(problem, about, notKnown, file)];
  if (left) return [asked(problem, about, proved, file)];
  return [
    foundIn(problem, file, about, {
      message: `The last row of \`${table.name}\`, \`otherwise\`, never counts: one of the others always applies.`,
      hint: "Take it out, or look for what makes the rows above hold everywhere.",
    }),
  ];
}
