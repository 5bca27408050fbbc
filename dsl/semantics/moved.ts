/** A deep copy of plain data with every `{ start, end }` moved by `offset`. */
export function moved<T>(value: T, offset: number): T {
  if (offset === 0) return value;
  return move(value, offset) as T; // the copy has the shape of the original; only numbers of spans differ
}

function move(value: unknown, offset: number): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => move(item, offset));
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = isOffset(key, item) ? item + offset : move(item, offset);
  return copy;
}

/** `start` and `end` are names of offsets and of nothing else in a resolved declaration. */
function isOffset(key: string, item: unknown): item is number {
  return (key === "start" || key === "end") && typeof item === "number";
}
