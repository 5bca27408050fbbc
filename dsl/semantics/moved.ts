/** Plain data with every `{ start, end }` moved by `offset`; what holds no place is shared with the original. */
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
  if (Array.isArray(value)) return moveItems(value, offset);
  return isRecord(value) ? moveParts(value, offset) : value;
}

function moveItems(items: readonly unknown[], offset: number): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let at = 0; at < items.length; at++) {
    const item = move(items[at], offset);
    if (item === items[at]) continue;
    copy ??= items.slice();
    copy[at] = item;
  }
  return copy ?? items;
}

type Parts = Record<string, unknown>;

/** After an edit every declaration below it moves: `for ... in` makes no list of entries for each of its parts. */
function moveParts(parts: Parts, offset: number): Parts {
  let copy: Parts | null = null;
  for (const key in parts) {
    const part = parts[key];
    const next = typeof part === "object" ? move(part, offset) : isOffset(key, part) ? part + offset : part;
    if (next === part) continue;
    copy ??= { ...parts };
    copy[key] = next;
  }
  return copy ?? parts;
}

/** `start` and `end` are names of offsets and of nothing else in a resolved declaration. */
function isOffset(key: string, part: unknown): part is number {
  return (key === "start" || key === "end") && typeof part === "number";
}

function isRecord(value: unknown): value is Parts {
  return typeof value === "object" && value !== null;
}
