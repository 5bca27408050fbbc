import { type FactType, type Guideline, type Table, valueInWords } from "../../../../dsl/index.ts";
import type { Edit, Operator } from "../edit.ts";

/** A row of a score, table or schedule gives one point more or less, or the next choice. */
export const tableValue: Operator = (guideline) =>
  guideline.tables.flatMap((table, at) =>
    table.rows.flatMap((row, index) =>
      otherValues(row.value, table.type).map((value): Edit => {
        const rows = table.rows.with(index, { ...row, value });
        const apply = (): Guideline => ({ ...guideline, tables: guideline.tables.with(at, { ...table, rows }) });
        const [before, after] = [row.value, value].map(
          (each) => `${table.name}: ${inWords(each, table)} if ${row.criterion.text}`,
        );
        return { operator: "table value", span: row.span, before: before ?? "", after: after ?? "", apply };
      }),
    ),
  );

const inWords = (value: number, { type }: Table): string => valueInWords(value, type) ?? String(value);

function otherValues(value: number, type: FactType): readonly number[] {
  switch (type.kind) {
    case "yes or no":
      return [1 - value];
    case "one of":
      return [(value + 1) % type.options.length];
    case "scale":
      return [value + 1, value - 1].filter((grade) => grade in type.grades);
    case "number":
      return [value + 10 ** type.decimals, value - 10 ** type.decimals];
    default:
      return [value + 1, value - 1];
  }
}
