import type { Columns } from "../../engine/evaluate/columns/index.ts";
import type { Known } from "../../engine/evaluate/index.ts";
import type { GuidelineProgram } from "../../engine/ir/index.ts";
import { columnBuilder } from "../../engine/values/cohort/index.ts";

/** A cohort of the cases, a column a quantity. */
export function columnsOf(program: GuidelineProgram, cases: readonly Known[]): Columns {
  const columns = new Map(
    program.quantities.map(({ id, domain }) => {
      const builder = columnBuilder(domain);
      for (const known of cases) {
        const information = known.quantities.get(id) ?? { values: domain, reason: null };
        builder.push(builder.held(information));
      }
      return [id, builder.finish()] as const;
    }),
  );
  const column: Columns["column"] = (quantity) => {
    const found = columns.get(quantity);
    if (found === undefined) throw new Error(`There is no column of ${quantity}`);
    return found;
  };
  return { rows: cases.length, column };
}
