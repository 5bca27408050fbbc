import { caseDates, type Fact, type Guideline } from "../../../dsl/index.ts";
import type { GuidelineProgram, ListReduction, Quantity } from "../../ir/index.ts";
import { namedIn } from "../../ir/index.ts";
import { reductionMeaning } from "../../logic/index.ts";

/** A guideline whose quantities the cases of a cohort are reduced to. */
export interface Asking {
  readonly guideline: Guideline;
  readonly program: GuidelineProgram;
}

/**
 * By quantity id, all that its reading rests on, as a text: of two guidelines, or of one before and after an edit, the same
 * text is the same column. Thresholds are no part of it, nor are words.
 */
export function columnDefinitions({ guideline, program }: Asking): ReadonlyMap<string, string> {
  const known = definitions.get(program) ?? defined(guideline, program);
  definitions.set(program, known);
  return known;
}

const definitions = new WeakMap<GuidelineProgram, ReadonlyMap<string, string>>();

function defined(guideline: Guideline, program: GuidelineProgram): ReadonlyMap<string, string> {
  const facts = new Map([...guideline.facts, ...caseDates].map((fact) => [fact.key, fact]));
  return new Map(
    program.quantities.map((quantity) => [
      quantity.id,
      withoutWords({ quantity, of: basis(quantity, program, facts) }),
    ]),
  );
}

/** What a quantity is made from. */
function basis(quantity: Quantity, program: GuidelineProgram, facts: ReadonlyMap<string, Fact>): unknown {
  const isMeant = ({ fact }: { readonly fact: Fact }): boolean => fact.key === quantity.fact;
  const reduction = program.reductions.find(isMeant);
  if (reduction !== undefined) return ofList(reduction);
  return (
    program.comparisons.find(isMeant) ?? ofCalculation(quantity.fact, program, new Set()) ?? facts.get(quantity.fact)
  );
}

function ofList(reduction: ListReduction): unknown {
  const { list, quantities, comparisons, calculations } = reduction;
  return { asked: reductionMeaning(reduction), list, quantities, comparisons, calculations };
}

/** A calculation with those that it names; `null` of a key that is none. */
function ofCalculation(key: string, program: GuidelineProgram, met: Set<string>): unknown {
  const found = program.calculations.find(({ fact }) => fact.key === key);
  if (found === undefined || met.has(key)) return null;
  met.add(key);
  const { calculation, operands } = found;
  return { calculation, operands, inner: namedIn(calculation.value).map((name) => ofCalculation(name, program, met)) };
}

/** The facts of a case that a quantity is reduced from; of a list, none but the list itself. */
export function factsBehind(quantity: Quantity, program: GuidelineProgram): readonly string[] {
  const isMeant = ({ fact }: { readonly fact: Fact }): boolean => fact.key === quantity.fact;
  const comparison = program.comparisons.find(isMeant);
  if (comparison !== undefined) return [comparison.left.key, comparison.right.key];
  const calculated = program.calculations.find(isMeant);
  return calculated === undefined ? [quantity.fact] : calculated.operands.map(({ key }) => key);
}

const words: ReadonlySet<string> = new Set([
  "text",
  "span",
  "titleSpan",
  "label",
  "wording",
  "citation",
  "notes",
  "name",
  "said",
]);

function withoutWords(value: unknown): string {
  return JSON.stringify(value, (key: string, part: unknown) => (words.has(key) ? undefined : part));
}
