import { HIGHEST, LOWEST, type Range, type TimeWindow } from "../../dsl/index.ts";
import { addMonths, epochDays } from "./calendar.ts";
import type { Case } from "./case.ts";

/** The days of a window on a case, both ends included. An anchor that is no date leaves a window that holds no day. */
export function daysOfWindow({ anchor, amount, unit }: TimeWindow, dates: Case["dates"]): Range {
  const last = epochDays(dates[anchor]);
  if (last === null) return { low: HIGHEST, high: LOWEST };
  const months = unit === "years" ? 12 * amount : amount;
  const first = unit === "days" ? last - amount : unit === "weeks" ? last - 7 * amount : addMonths(last, -months);
  return { low: first, high: last };
}
