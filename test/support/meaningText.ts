import type { Fact } from "../../dsl/index.ts";
import type { Formula, GuidelineProgram } from "../../engine/ir/index.ts";
import { meaningOf } from "../../engine/logic/index.ts";

/**
 * What a guideline means, as text to compare. Values reduced from lists are named in their author's words; here they are
 * named by what they are reduced from and how.
 */
export function meaningText(program: GuidelineProgram, facts: readonly Fact[]): string {
  const names = new Map(program.reductions.map((reduction) => [reduction.fact.key, reductionText(reduction)]));
  const renamed = (id: string): string => {
    const [fact = "", ...parts] = id.split(" · ");
    const key = names.has(id) ? id : fact;
    return names.has(key) ? [names.get(key), ...(key === id ? [] : parts)].join(" · ") : id;
  };
  const change = (formula: Formula): Formula => withQuantities(formula, renamed);
  const { value } = meaningOf(
    {
      ...program,
      quantities: program.quantities.map((each) => ({ ...each, id: renamed(each.id) })),
      scope: change(program.scope),
      services: program.services.map((service) => mapFormulas(service, change)),
      criteria: new Map([...program.criteria].map(([key, formula]) => [key, change(formula)])),
      assumptions: program.assumptions.map(change),
    },
    facts,
  );
  return JSON.stringify(value, null, 1);
}

function mapFormulas<T extends object>(of: T, change: (formula: Formula) => Formula): T {
  const entries = Object.entries(of).map(([key, value]: [string, unknown]) => [
    key,
    isFormula(value) ? change(value) : value,
  ]);
  return Object.fromEntries(entries) as T; // the same keys, each formula changed into another
}

const isFormula = (value: unknown): value is Formula =>
  typeof value === "object" && value !== null && "kind" in value && "span" in value && "text" in value;

function withQuantities(formula: Formula, renamed: (id: string) => string): Formula {
  if (formula.kind === "test") return { ...formula, quantity: renamed(formula.quantity) };
  if (formula.kind === "not") return { ...formula, operand: withQuantities(formula.operand, renamed) };
  if (formula.kind === "criterion" || formula.kind === "constant") return formula;
  return { ...formula, operands: formula.operands.map((operand) => withQuantities(operand, renamed)) };
}

const words: ReadonlySet<string> = new Set([
  "text",
  "span",
  "label",
  "wording",
  "citation",
  "fact",
  "notes",
  "needs",
  "name",
]);

function reductionText({ list, reduce, where, subsets }: GuidelineProgram["reductions"][number]): string {
  const plain = (key: string, value: unknown): unknown => (words.has(key) ? undefined : value);
  return JSON.stringify([list.key, reduce, where, [...subsets]], plain);
}
