import { HIGHEST, LOWEST, type Table } from "../../dsl/index.ts";
import type { CalculatedQuantity } from "../ir/index.ts";
import type { ValueSet } from "../values/index.ts";
import { valuesInWords } from "../words/index.ts";
import type { WorkedOut } from "./determination.ts";
import { evidenceFor, type Scene } from "./scene.ts";
import { tableValuesInWords } from "./outline/index.ts";

/** What a case does not state but comes to by the guideline: its calculated numbers, then its scores, tables and schedules. */
export function workedOut(of: Scene): readonly WorkedOut[] {
  const numbers = of.program.calculations.filter(
    ({ calculation }) => calculation.declared && calculation.list === null,
  );
  return [
    ...numbers.map((number) => calculatedNumber(of, number)),
    ...[...of.program.tables.values()].map(({ table }) => tableResult(of, table)),
  ];
}

function calculatedNumber(of: Scene, { fact, calculation, operands }: CalculatedQuantity): WorkedOut {
  const reached = evidenceFor(of, fact.key).calculated;
  const known = reached === undefined || isOpen(reached) ? null : reached;
  return {
    name: fact.name,
    form: "number",
    value: known === null ? "not documented" : valuesInWords(known, { type: fact.type, part: "value" }),
    isOpen: known === null || known.length !== 1 || known[0]?.low !== known[0]?.high,
    how: calculation.text,
    facts: operands.map(({ name }) => name),
    span: calculation.span,
  };
}

function tableResult(of: Scene, table: Table): WorkedOut {
  const reached = of.compiled.values(table.key, of.information);
  return {
    name: table.name,
    form: table.form,
    value: reached === null ? "not documented" : tableValuesInWords(table, reached),
    isOpen: reached === null || reached.length > 1,
    how: table.policy,
    facts: [],
    span: table.span,
  };
}

const isOpen = (values: ValueSet): boolean => values.some(({ low, high }) => low <= LOWEST && high >= HIGHEST);
