import type { Column } from "../../values/cohort/index.ts";
import { firstAtLeast, holds, intersect, intersects, type ValueSet } from "../../values/index.ts";
import { setRow } from "./bitmap.ts";
import { intervalKernel } from "./intervalKernels.ts";
import { type Kernel, maskKernel } from "./maskKernels.ts";

/** Whether each row leaves a value of `values` possible. */
export function literalKernel(column: Column, values: ValueSet): Kernel {
  const wanted = intersect(values, column.domain);
  if (wanted.length === 0) return nothing;
  if (column.kind === "mask") {
    const bits = column.values.reduce((mask, value, bit) => (holds(wanted, value) ? mask | (1 << bit) : mask), 0);
    return maskKernel(column, bits);
  }
  const kernel = intervalKernel(column, wanted);
  return column.beside.rows.length === 0 ? kernel : withBeside(kernel, column.beside, wanted);
}

const nothing: Kernel = (first, end, into) => void into.fill(0, 0, end - first);

/** Rows whose values no interval holds are looked at one by one. */
function withBeside(
  kernel: Kernel,
  { rows, values }: Extract<Column, { kind: "interval" }>["beside"],
  wanted: ValueSet,
): Kernel {
  return (first, end, into) => {
    kernel(first, end, into);
    for (let at = firstAtLeast(rows, 32 * first); at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      if (row >= 32 * end) return;
      setRow(into, row - 32 * first, intersects(values[at] ?? [], wanted));
    }
  };
}
