/** A deep copy of plain data with every `{ start, end }` moved by `offset`. */
export function moved<T>(value: T, offset: number): T {
  if (offset === 0) return value;
  return move(value, offset) as T; // the copy has the shape of the original; only numbers of spans differ
}

/** A deep copy of plain data with every span that names no file yet marked as one of `file`. */
export function markedWith<T>(value: T, file: string): T {
  return mark(value, file) as T; // the copy has the shape of the original; only spans gain a file
}

function mark(value: unknown, file: string): unknown {
  if (value === null || typeof value !== "object" || value instanceof Map) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((item) => mark(item, file));
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = mark(item, file);
  return typeof copy["start"] === "number" && copy["file"] === undefined ? { ...copy, file } : copy;
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
