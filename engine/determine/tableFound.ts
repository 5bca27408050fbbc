import type { Table } from "../../dsl/index.ts";
import type { TableFound } from "./determination.ts";
import type { Node } from "./node.ts";
import type { Scene } from "./scene.ts";
import { rowValue, tableValuesInWords } from "./tableWords.ts";

/** What a table comes to on this case; `rows` are its rows as findings. */
export function tableFound(of: Scene, table: Table, rows: readonly Node[]): TableFound {
  const values = of.compiled.values(table.key, of.information);
  const { name, form, policy } = table;
  return {
    name,
    form,
    policy,
    value: values === null ? null : tableValuesInWords(table, values),
    isOpen: values === null || values.length > 1,
    gives: table.rows.map((_, row) => rowValue(table, row)),
    otherwise: table.otherwise === null ? null : tableValuesInWords(table, [table.otherwise]),
    decidedBy: values === null || values.length > 1 ? null : decidingRow(table, values[0] ?? null, rows),
  };
}

/** The first row that applies and gives the value; of a score none by itself does. */
function decidingRow(table: Table, value: number | null, rows: readonly Node[]): TableFound["decidedBy"] {
  if (table.form === "score" || value === null) return null;
  const row = rows.findIndex(({ finding }, at) => finding.answer === "met" && table.rows[at]?.value === value);
  if (row >= 0) return row;
  const noneApplies = rows.every(({ finding }) => finding.answer === "not met");
  return noneApplies && table.otherwise === value ? "otherwise" : null;
}
