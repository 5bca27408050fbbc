/** The person's own date, `2026-01-31`. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => `${part}`.padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const DAY = 86_400_000;

/** Of a day, ISO. */
export const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
