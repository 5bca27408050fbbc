import type { Table } from "../../dsl/index.ts";
import { once } from "../values/index.ts";
import { listed, sentence } from "../words/index.ts";
import type { TableFound } from "./determination.ts";
import type { Node } from "./node.ts";
import { ifOrFor, rowValue, tableValuesInWords } from "./outline/index.ts";
import type { Scene } from "./scene.ts";

/** What a table comes to on a case, as data and in a sentence. */
export interface TableAnswer {
  readonly found: TableFound;
  readonly said: string;
}

/** `rows`: the rows of the table as findings. */
export function tableAnswer(of: Scene, table: Table, rows: readonly Node[]): TableAnswer {
  const values = of.compiled.values(table.key, of.information);
  return { found: tableFound(table, values, rows), said: sentence(comesTo(table, values, rows)) };
}

/** Scaled values of the table's type, `null` for no value; none told when there are too many. */
type Values = readonly (number | null)[] | null;

function tableFound(table: Table, values: Values, rows: readonly Node[]): TableFound {
  const { name, form, policy } = table;
  return {
    name,
    form,
    policy,
    value: values === null ? null : tableValuesInWords(table, values),
    isOpen: values === null || values.length > 1,
    ...whatRowsGive(table),
    decidedBy: values === null || values.length > 1 ? null : decidingRow(table, values[0] ?? null, rows),
  };
}

const whatRowsGive = once((table: Table) => ({
  gives: table.rows.map((_, row) => rowValue(table, row)),
  otherwise: table.otherwise === null ? null : tableValuesInWords(table, [table.otherwise]),
}));

/** The first row that applies and gives the value; of a score none by itself does. */
function decidingRow(table: Table, value: number | null, rows: readonly Node[]): TableFound["decidedBy"] {
  if (table.form === "score" || value === null) return null;
  const row = rows.findIndex(({ finding }, at) => finding.answer === "met" && table.rows[at]?.value === value);
  if (row >= 0) return row;
  const noneApplies = rows.every(({ finding }) => finding.answer === "not met");
  return noneApplies && table.otherwise === value ? "otherwise" : null;
}

/** `Wells comes to 4.5 points`, `Wells is still open: from 3 to 6 points; not documented: hemoptysis` */
function comesTo(table: Table, values: Values, rows: readonly Node[]): string {
  const open = rows.filter(({ finding }) => finding.answer === "not documented");
  if (values === null) return `${open.length} of ${rows.length} rows of ${table.name} are not documented`;
  if (values.length > 1) {
    const names = open.map(({ outline }) => outline.phrase.text);
    return `${table.name} is still open: ${tableValuesInWords(table, values)}; not documented: ${names.join("; ")}`;
  }
  const applying = rows.flatMap(({ finding, outline }, at) => (finding.answer === "met" ? [{ outline, at }] : []));
  if (values[0] === null)
    return `${table.name} has no value: ${noValue(applying.map(({ outline }) => outline.phrase.text))}`;
  const given = applying.map(({ outline, at }) => `${rowValue(table, at)} ${ifOrFor(table, outline)}`);
  const because = table.form === "score" && given.length > 0 ? ` (${listed(given, "and")})` : "";
  return `${table.name} comes to ${tableValuesInWords(table, values)}${because}`;
}

function noValue(applying: readonly string[]): string {
  if (applying.length === 0) return "none of its rows applies";
  return `only one of its rows may apply, and these do: ${applying.join("; ")}`;
}
