export {
  type Bitmap,
  bitmapOf,
  both,
  countBoth,
  countRows,
  either,
  firstRows,
  hasRow,
  setRow,
  without,
} from "./bitmap.ts";
export { ColumnAnswers, type RowAnswers, type RowOutcomes } from "./columnAnswers.ts";
export { type Columns, runGates } from "./gates.ts";
