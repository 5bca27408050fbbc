import type { FactType, Span } from "../../dsl/index.ts";
import type { Formula, GuidelineProgram, ListReduction, Quantity } from "../ir/index.ts";
import { everyFormula, quantitiesOf } from "../logic/index.ts";
import { HIGHEST, LOWEST, type Range } from "../../dsl/index.ts";
import type { Parts } from "./parts.ts";

/** One comparison of a measured quantity with one or two numbers. */
export interface Threshold {
  readonly quantity: Quantity;
  /** The list whose entries it is asked of; `null` for facts of the case. */
  readonly list: ListReduction | null;
  /** Told apart by it: a field of one list is one thing, whichever entries are counted. */
  readonly subject: string;
  readonly range: Range;
  readonly text: string;
  readonly span: Span;
}

/** What is measured, in numbers between which there are more or none; no dates, no codes, no sites. */
export function isMeasured({ type, part }: Pick<Quantity, "type" | "part">): boolean {
  if (part === "value") return measuredTypes.has(type.kind);
  return (
    part === "duration in days" ||
    part === "duration in months" ||
    part === "days in window" ||
    part === "months in window"
  );
}

const measuredTypes = new Set<FactType["kind"]>(["number", "whole number", "age"]);

/** Every comparison that criteria of the guideline make, inside `where` too, each place once, in the order of the file. */
export function thresholdsIn({ program, criteria }: Parts): readonly Threshold[] {
  const all = thresholdsUnder(
    program,
    criteria.map(({ formula }) => formula),
  );
  const placed = new Map(
    all.map((each) => [`${each.subject} ${each.span.start} ${each.range.low} ${each.range.high}`, each]),
  );
  return [...placed.values()]
    .filter(({ span }) => span.file === undefined)
    .toSorted((a, b) => a.span.start - b.span.start);
}

export function thresholdsUnder(program: GuidelineProgram, formulas: readonly Formula[]): readonly Threshold[] {
  const read = everyFormula(program, formulas);
  const tested = new Set(
    read.flatMap((each) => (each.kind === "test" ? [quantitiesOf(program).get(each.quantity)?.fact] : [])),
  );
  return [
    ...testsAmong(read, quantitiesOf(program), null),
    ...program.reductions.filter(({ fact }) => tested.has(fact.key)).flatMap((each) => ofEntry(each)),
  ];
}

function ofEntry(reduction: ListReduction): readonly Threshold[] {
  const entry = programOfEntry(reduction);
  const quantities = new Map(reduction.quantities.map((each) => [each.id, each]));
  return testsAmong(everyFormula(entry, [reduction.where]), quantities, reduction);
}

/** What is asked of one entry, as a program of its own. */
function programOfEntry({
  fact,
  quantities,
  subsets,
  comparisons,
  calculations,
  where,
}: ListReduction): GuidelineProgram {
  return {
    title: fact.name,
    file: "",
    effective: { from: null, to: null },
    quantities,
    reductions: [],
    comparisons,
    calculations,
    scope: where,
    services: [],
    criteria: subsets,
    tables: new Map(),
    assumptions: [],
  };
}

function testsAmong(
  formulas: readonly Formula[],
  quantities: ReadonlyMap<string, Quantity>,
  list: ListReduction | null,
): readonly Threshold[] {
  return formulas.flatMap((formula) => {
    if (formula.kind !== "test") return [];
    const quantity = quantities.get(formula.quantity);
    const [range, ...more] = formula.values;
    if (quantity === undefined || range === undefined || more.length > 0 || !isMeasured(quantity)) return [];
    const subject = list === null ? quantity.id : `${list.list.key} · ${quantity.id}`;
    return [{ quantity, list, subject, range, text: formula.text, span: formula.span }];
  });
}

export const startsOf = ({ range }: Threshold): number | null => (range.low <= LOWEST ? null : range.low);
export const endsOf = ({ range }: Threshold): number | null => (range.high >= HIGHEST ? null : range.high);
