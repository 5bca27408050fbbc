export { bytesOf, type Column, informationAt, type IntervalColumn, type MaskColumn } from "./column.ts";
export { type ColumnBuilder, columnBuilder, type Held } from "./columnBuilder.ts";
export { stepAtLeast, stepAtMost } from "./steps.ts";
