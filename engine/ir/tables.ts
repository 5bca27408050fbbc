import type { Bound, Range, Table } from "../../dsl/index.ts";
import { HIGHEST, LOWEST } from "../../dsl/index.ts";
import { holds, type ValueSet } from "../values/index.ts";
import type { Formula, Origin, TableProgram } from "./ir.ts";

type RowFormula = TableProgram["rows"][number];

/** The value of a table lies in `values`. Without a value it does not. */
export function tableTest(program: TableProgram, values: ValueSet, origin: Origin): Formula {
  const { table, rows } = program;
  const tagged = taggedWith(table, origin);
  if (table.policy === "points added up")
    return {
      ...tagged,
      kind: "weighted",
      points: rows.map(({ value }) => value),
      operands: rows.map(({ formula }) => formula),
      values,
    };
  const otherwise = table.otherwise !== null && holds(values, table.otherwise);
  return { ...chosen(program, (value) => truth(holds(values, value), tagged), truth(otherwise, tagged)), ...tagged };
}

/** The words of the test, in place of those of a row that came to stand for it alone. */
const taggedWith = ({ key }: Table, origin: Origin) => ({ wording: null, citation: null, ...origin, table: key });

/** What a schedule's length is compared with, one test a length; the test of the length that the rows choose holds. */
export function intervalTest(program: TableProgram, testOf: (length: number) => Formula, origin: Origin): Formula {
  const tagged = taggedWith(program.table, origin);
  const { otherwise } = program.table;
  const ifNone = otherwise === null ? truth(false, tagged) : testOf(otherwise);
  return { ...chosen(program, testOf, ifNone), ...tagged };
}

/** `test` of the value of the row that counts; `ifNone` when no row applies. */
function chosen({ table, rows }: TableProgram, test: (value: number) => Formula, ifNone: Formula): Formula {
  if (table.policy === "only one applies") return onlyOne(rows, test, ifNone);
  return firstOf(rankedRows({ table, rows }), test, ifNone);
}

/** More rows than this are halved: a formula as deep as its table is long cannot be gone through. */
const mostInARow = 32;

/** The first row that applies decides. Long tables: the first half does if a row of it applies, else the second. */
function firstOf(rows: readonly RowFormula[], test: (value: number) => Formula, ifNone: Formula): Formula {
  if (rows.length <= mostInARow)
    return rows.reduceRight<Formula>((rest, { value, formula }) => either(formula, test(value), rest), ifNone);
  const half = Math.ceil(rows.length / 2);
  const [first, second] = [rows.slice(0, half), rows.slice(half)];
  const applies = anyOf(
    first.map(({ formula }) => formula),
    ifNone,
  );
  return either(applies, firstOf(first, test, truth(false, ifNone)), firstOf(second, test, ifNone));
}

/** Of the rows that apply the first one counts. */
export function rankedRows({ table: { policy }, rows }: TableProgram): readonly RowFormula[] {
  if (policy === "highest that applies") return rows.toSorted((a, b) => b.value - a.value);
  if (policy === "lowest that applies") return rows.toSorted((a, b) => a.value - b.value);
  return rows;
}

/** Of two rows that apply neither counts, and there is no value. */
function onlyOne(rows: readonly RowFormula[], test: (value: number) => Formula, ifNone: Formula): Formula {
  const operands = rows.map(({ formula }) => formula);
  const counted = (times: number): Formula => ({ ...ifNone, kind: "count", atLeast: times, atMost: times, operands });
  const some = rows.map(({ value, formula }) => both(formula, test(value)));
  return anyOf([both(counted(1), anyOf(some, ifNone)), both(counted(0), ifNone)], ifNone);
}

/** `condition` ? `whenMet` : `otherwise`, constants left out. */
function either(condition: Formula, whenMet: Formula, otherwise: Formula): Formula {
  const not: Formula = { kind: "not", operand: condition, text: `not: ${condition.text}`, span: condition.span };
  return anyOf([both(condition, whenMet), both(not, otherwise)], condition);
}

function both(first: Formula, second: Formula): Formula {
  if (isConstant(first, true) || isConstant(second, false)) return second;
  if (isConstant(second, true) || isConstant(first, false)) return first;
  return { kind: "all", operands: [first, second], text: "all of", span: first.span };
}

function anyOf(formulas: readonly Formula[], { span }: Origin): Formula {
  const operands = formulas.filter((formula) => !isConstant(formula, false));
  const [only, ...others] = operands;
  if (only === undefined) return truth(false, { text: "never", span });
  return others.length === 0 ? only : { kind: "any", operands, text: "any of", span };
}

const isConstant = (formula: Formula, value: boolean): boolean =>
  formula.kind === "constant" && formula.value === value;

const truth = (value: boolean, { text, span }: Origin): Formula => ({ kind: "constant", value, text, span });

/** The values that stand in a bound to `length`. */
export function boundedBy(bound: Bound, length: number): Range {
  switch (bound) {
    case "at least":
      return { low: length, high: HIGHEST };
    case "more than":
      return { low: length + 1, high: HIGHEST };
    case "at most":
      return { low: LOWEST, high: length };
    case "less than":
      return { low: LOWEST, high: length - 1 };
  }
}
