/** Where on the time line something lies, in percent of its width. */
interface Stretch {
  readonly left: number;
  readonly width: number;
}

interface Span {
  readonly effectiveFrom: string;
  readonly last: string | null;
}

/** The days the time line shows, both ISO. */
interface Axis {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(day) / DAY;
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** From the first beginning to the last day that is known or today, and a tenth more, so that what has no end goes on. */
export function axisOf(spans: readonly Span[], today: string): Axis {
  const known = [
    today,
    ...spans.flatMap(({ effectiveFrom, last }) => [effectiveFrom, ...(last === null ? [] : [last])]),
  ];
  const days = known.map(dayNumber);
  const first = Math.min(...days);
  const end = Math.max(...days);
  return { from: iso(first), to: iso(end + Math.max(30, Math.round((end - first) / 10))) };
}

/** A release that never decides, as another began on its day, has no width. */
export function stretchOf({ effectiveFrom, last }: Span, axis: Axis): Stretch {
  const left = placeOf(effectiveFrom, axis);
  const right = last === null ? 100 : placeOf(iso(dayNumber(last) + 1), axis);
  return { left, width: Math.max(0, right - left) };
}

export function placeOf(day: string, { from, to }: Axis): number {
  const share = (dayNumber(day) - dayNumber(from)) / (dayNumber(to) - dayNumber(from));
  return Math.round(share * 1000) / 10;
}

/** The first days of years on the axis; at most ten, leaving some out where there are more. */
export function yearsOn({ from, to }: Axis): readonly string[] {
  const first = Number(from.slice(0, 4)) + 1;
  const count = Number(to.slice(0, 4)) - first + 1;
  const step = Math.max(1, Math.ceil(count / 10));
  return Array.from({ length: Math.max(0, Math.ceil(count / step)) }, (_, index) => `${first + index * step}-01-01`);
}
