import { type Fact, nameKey } from "../../../../dsl/index.ts";
import { interpret } from "../../../evaluate/index.ts";
import type { GuidelineProgram, ListReduction, Quantity } from "../../../ir/index.ts";
import type { Case, CaseEntry, CaseList } from "../../case.ts";
import type { Information, WeighedStatement } from "../../information.ts";
import { calculate } from "../calculation/index.ts";
import { compare } from "../compare.ts";
import { type FactReading, neverAsked, readFact } from "../facts.ts";
import { informationOf } from "../information.ts";
import type { ReadingProblem } from "../result.ts";
import { statedText } from "../statedText.ts";

/** One entry of a list as a case documents it, held against what a reduction asks of it. */
export interface ReadEntry {
  /** Whether it counts: certainly, possibly, certainly not. */
  readonly member: "yes" | "maybe" | "no";
  readonly fields: ReadonlyMap<string, FactReading>;
  readonly statement: WeighedStatement;
  readonly admitted: boolean;
  readonly problems: readonly {
    readonly problem: ReadingProblem;
    readonly place: CaseEntry["fields"][number]["place"];
  }[];
}

/**
 * An entry whose evidence falls short of what the list needs may be there or not: it counts at most possibly, and nothing is
 * known of its fields.
 */
export function readEntries(
  reduction: ListReduction,
  list: CaseList,
  of: Case,
  facts: FactsOfCase,
): readonly ReadEntry[] {
  return list.entries.map((entry) => readEntry(reduction, entry, of, facts));
}

/** What the case says of a fact that fields are compared with. */
export type FactsOfCase = (fact: Fact) => FactReading;

/** One entry. */
export function readEntry(reduction: ListReduction, entry: CaseEntry, of: Case, facts: FactsOfCase): ReadEntry {
  const fields = new Map(reduction.list.fields.map((field) => [field.key, readField(reduction, field.key, entry, of)]));
  const readings = [...fields.values()];
  const weighed = readings.flatMap(({ evidence }) => [...evidence.admitted, ...evidence.demoted]);
  const shortfall = weighed.find((statement) => statement.shortfall !== null)?.shortfall ?? null;
  const admitted = shortfall === null;
  const known = new Map(
    reduction.quantities.map(
      (quantity) => [quantity.id, quantityOfEntry(reduction, quantity, fields, facts, of)] as const,
    ),
  );
  return {
    member: membership(reduction, known, admitted),
    fields,
    statement: {
      value: { kind: "text", text: inWords(entry) },
      text: inWords(entry),
      evidence: weighed[0]?.evidence ?? null,
      shortfall,
    },
    admitted,
    problems: readings.flatMap(({ problems }) =>
      problems.map(({ problem, place }) => ({ problem, place: place ?? undefined })),
    ),
  };
}

function quantityOfEntry(
  reduction: ListReduction,
  quantity: Quantity,
  fields: ReadEntry["fields"],
  facts: FactsOfCase,
  of: Case,
): Information {
  return (
    compared(reduction, quantity.fact, fields, facts, of) ??
    calculated(reduction, quantity.fact, fields, of) ??
    informationOf(quantity, fields.get(quantity.fact) ?? neverAsked(quantityFact(reduction, quantity.fact)), of.dates)
  );
}

/** `null`: the quantity is no comparison. */
function compared(
  { comparisons }: ListReduction,
  key: string,
  fields: ReadEntry["fields"],
  facts: FactsOfCase,
  of: Case,
): Information | null {
  const comparison = comparisons.find(({ fact }) => fact.key === key);
  if (comparison === undefined) return null;
  const { left, right, ofCase } = comparison;
  const other = ofCase ? facts(right) : (fields.get(right.key) ?? neverAsked(right));
  return compare(comparison, fields.get(left.key) ?? neverAsked(left), other, of.dates);
}

/** `null`: the quantity is not calculated from several fields. */
function calculated(
  { calculations, list }: ListReduction,
  key: string,
  fields: ReadEntry["fields"],
  { dates }: Case,
): Information | null {
  const found = calculations.find(({ fact }) => fact.key === key);
  if (found === undefined) return null;
  const facts = new Map(list.fields.map((field) => [field.key, field]));
  return calculate(found, { readings: fields, facts, calculations: new Map(), dates }).information;
}

function quantityFact({ list, fact }: ListReduction, key: string): ListReduction["fact"] {
  return list.fields.find((field) => field.key === key) ?? fact;
}

function readField({ list }: ListReduction, key: string, entry: CaseEntry, of: Case): FactReading {
  const field = list.fields.find((each) => each.key === key);
  if (field === undefined) throw new Error(`The list has no field ${key}`);
  const said = entry.fields.filter((each) => nameKey(each.field) === key);
  if (said.length === 0) return neverAsked(field);
  const statements = said.map(({ value, place }) => ({
    value,
    evidence: entry.evidence,
    ...(place === undefined ? {} : { place }),
  }));
  return readFact({ ...field, needs: list.needs }, [{ fact: field.name, statements, asked: false, remark: null }], of);
}

function membership(
  reduction: ListReduction,
  known: ReadonlyMap<string, Information>,
  admitted: boolean,
): ReadEntry["member"] {
  const verdict = interpret(entryProgram(reduction)).answer(reduction.where, { quantities: known });
  if (verdict === "not met") return "no";
  return verdict === "met" && admitted ? "yes" : "maybe";
}

/** What is asked of an entry, as a program of its own. */
export function entryProgram({ list, where, quantities, subsets }: ListReduction): GuidelineProgram {
  return {
    title: list.name,
    file: "",
    effective: { from: null, to: null },
    quantities,
    reductions: [],
    comparisons: [],
    calculations: [],
    scope: where,
    services: [],
    criteria: subsets,
    tables: new Map(),
    assumptions: [],
  };
}

/** `activity rest, PO2 57 mmHg, physician-directed` */
function inWords({ fields }: CaseEntry): string {
  return fields.map(({ field, value }) => fieldInWords(field, statedText(value))).join(", ");
}

const fieldInWords = (field: string, said: string): string =>
  said.toLowerCase() === "yes" ? field : `${field} ${said}`;
