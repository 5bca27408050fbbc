import * as fc from "fast-check";
import type { Expression, Guideline } from "../../dsl/index.ts";
import { closures } from "../../engine/evaluate/index.ts";
import { lower } from "../../engine/ir/index.ts";
import type { SetGuideline } from "../../engine/set/index.ts";
import { guidelines } from "./guidelines.ts";

/** A guideline and its next version. */
export interface Edited {
  readonly before: SetGuideline;
  readonly now: SetGuideline;
}

type Edit = (guideline: Guideline, other: Guideline) => Guideline;

/** What authors do: a part said otherwise, a threshold moved, a part added or left out. */
const kinds: readonly Edit[] = [
  (of, other) => ({ ...of, recommendations: other.recommendations }),
  (of, other) => ({ ...of, recommendations: [...of.recommendations, ...other.recommendations.slice(0, 1)] }),
  (of) => ({ ...of, recommendations: of.recommendations.slice(0, -1) }),
  (of, other) => ({ ...of, definitions: [...of.definitions.slice(0, 1), ...other.definitions.slice(1)] }),
  (of, other) => ({ ...of, scope: other.scope }),
  (of, other) => ({ ...of, tables: other.tables }),
  (of) => ({ ...of, definitions: of.definitions.map((each) => ({ ...each, criterion: moved(each.criterion) })) }),
  (of) => ({
    ...of,
    recommendations: of.recommendations.map((each) => ({ ...each, criterion: moved(each.criterion) })),
  }),
  (of) => ({
    ...of,
    recommendations: of.recommendations.map((each) => ({ ...each, criterion: joined(each.criterion) })),
  }),
  (of) => ({ ...of, facts: of.facts.map((fact) => (fact.key === "pain" ? { ...fact, needs: [objective] } : fact)) }),
];

const objective = {
  kind: "evidence kind",
  admits: ["test result", "objective finding"],
  text: "objective evidence",
} as const;

/** The first test begins one value later. */
function moved(expression: Expression): Expression {
  if (expression.kind === "test" && expression.test.kind === "in") {
    const ranges = expression.test.ranges.map(({ low, high }) => ({ low: Math.min(low + 1, high), high }));
    return { ...expression, test: { ...expression.test, ranges } };
  }
  if (expression.kind === "not") return { ...expression, operand: moved(expression.operand) };
  if (!("operands" in expression)) return expression;
  return { ...expression, operands: expression.operands.map((each, at) => (at === 0 ? moved(each) : each)) };
}

/** AND for OR, and OR for AND. */
function joined(expression: Expression): Expression {
  if (expression.kind === "all") return { ...expression, kind: "any" };
  return expression.kind === "any" ? { ...expression, kind: "all" } : expression;
}

export const edits: fc.Arbitrary<Edited> = fc
  .tuple(guidelines, guidelines, fc.constantFrom(...kinds))
  .map(([of, other, edit]) => ({ before: compiled(of), now: compiled(edit(of, other)) }));

function compiled(guideline: Guideline): SetGuideline {
  const { value } = closures.compile(lower(guideline));
  if (value === null) throw new Error("Generated guidelines are small");
  return { path: guideline.file, guideline, compiled: value };
}
