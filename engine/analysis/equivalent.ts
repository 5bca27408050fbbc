import { everyFormula, type Space } from "../logic/index.ts";
import { CaseSpace } from "../witness/index.ts";
import { asked, foundIn } from "./asked.ts";
import type { Formula, GuidelineProgram } from "../ir/index.ts";
import type { Part, Parts } from "./parts.ts";
import { type Asked, notKnown, proved } from "./question.ts";

const problem = "equivalent criteria";

/** By definition: the quantities it depends on, as one text. */
export type Supports = ReadonlyMap<Part, string>;

/** Definitions that ask the same of every case under two names. Only those that depend on the same quantities can. */
export function equivalentCriteria(
  { criteria, program, guideline }: Parts,
  supports: Supports,
  budget: number,
): readonly Asked[] {
  const definitions = criteria.filter(({ kind, formula }) => kind === "definition" && formula.kind !== "criterion");
  const assumed = new Set(tested(program, program.assumptions));
  const groups = Map.groupBy(definitions, (each) => restingOn(each, assumed, supports));
  return [...groups.values()].flatMap((alike) => {
    if (alike.length === 1) return alike.map((each) => asked(problem, each, proved, program.file));
    const formulas = alike.map(({ formula }) => formula);
    const space = new CaseSpace({ guideline, program, formulas }, { budget });
    return alike.map((each, at) => sameAs(space, each, alike.slice(0, at)));
  });
}

/** Of those that something assumed bears on, all may be the same. */
function restingOn(part: Part, assumed: ReadonlySet<string>, supports: Supports): string {
  const ids = tested(part.program, [part.formula]);
  if (ids.some((id) => assumed.has(id))) return "assumed";
  return supports.get(part) ?? ids.toSorted().join("\n");
}

function tested(program: GuidelineProgram, formulas: readonly Formula[]): readonly string[] {
  const ids = everyFormula(program, formulas).flatMap((each) => (each.kind === "test" ? [each.quantity] : []));
  return [...new Set(ids)];
}

function sameAs(space: Space, { name, span, formula, program }: Part, before: readonly Part[]): Asked {
  const about = { name, span };
  const node = space.formula(program, formula);
  const differs = before.map((other) => space.canBe(space.differ(node, space.formula(program, other.formula))));
  const other = before[differs.indexOf(false)];
  const decided = space.canBe(node) === false || space.canBe(space.not(node)) === false;
  if (other === undefined || decided)
    return asked(problem, about, differs.includes(null) && !decided ? notKnown : proved, program.file);
  return foundIn(problem, program.file, about, {
    message: `\`${name}\` and \`${other.name}\` ask the same of every case.`,
    labels: [{ span: other.span, text: "asks the same" }],
    hint: "Use one of them in both places, or look for what they were to differ in.",
  });
}
