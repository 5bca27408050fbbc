/** A date field that is not filled in is empty. */
export const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The day to propose: today, or the first one that is possible. */
export function firstDay(soonest: { readonly from: string } | null, today: string): string {
  return soonest !== null && soonest.from > today ? soonest.from : today;
}
