import { nameKey, readTableValue, type Table, type TableValue } from "../../dsl/index.ts";
import type { Scene } from "./scene.ts";
import { tableValuesInWords } from "./outline/index.ts";

/** What a score or table is said to come to and what it comes to, in the same words; `null` when there is none of that name. */
export function tableValueAgainst(
  of: Scene,
  name: string,
  said: string,
): { readonly expected: string; readonly actual: string } | null {
  const table = of.program.tables.get(nameKey(name))?.table;
  if (table === undefined) return null;
  const read = readTableValue(said, table.type);
  const value = "value" in read ? read.value : null;
  const reached = of.compiled.values(table.key, of.information);
  const open = reached === null || reached.length > 1;
  return {
    expected: value === null ? said : inWords(table, value),
    actual:
      open && (value === "not documented" || reached === null)
        ? "not documented"
        : tableValuesInWords(table, reached ?? []),
  };
}

function inWords(table: Table, value: TableValue): string {
  if (value === "not documented") return value;
  if (value === "no value") return tableValuesInWords(table, [null]);
  return tableValuesInWords(table, value.low === value.high ? [value.low] : [value.low, value.high]);
}
