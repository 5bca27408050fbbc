/** A deep copy of plain data with every `{ start, end }` moved by `offset`. */
export function moved<T>(value: T, offset: number): T {
  if (offset === 0) return value;
  return move(value, offset) as T; // the copy has the shape of the original; only numbers of spans differ
}

function move(value: unknown, offset: number): unknown {
  if (Array.isArray(value)) return value.map((item) => move(item, offset));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value);
  if (
    entries.length === 2 &&
    "start" in value &&
    "end" in value &&
    typeof value.start === "number" &&
    typeof value.end === "number"
  )
    return { start: value.start + offset, end: value.end + offset };
  return Object.fromEntries(entries.map(([key, item]) => [key, move(item, offset)]));
}
