export { ordinaryDays } from "./days.ts";
export { ordinaryDaysLong, ordinaryMonthsLong } from "./lengths.ts";
export { type Choice, ordinaryValues } from "./values.ts";
