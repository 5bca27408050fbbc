/**
 * Plain data as it stands `offset` further on: every `{ start, end }` moved, what holds no place shared with the original.
 * Where the places are is looked for once, since after each edit everything below it moves.
 */
export function mover<T>(value: T): (offset: number) => T {
  let places: Places | null | undefined;
  return (offset) => {
    if (offset === 0) return value;
    if (places === undefined) places = placesOf(value);
    return places === null ? value : (move(value, places, offset) as T); // the copy has the shape of the original
  };
}

/** The items of a list, or the parts of an object, that hold places; and whether the object is a place itself. */
type Places =
  | { readonly kind: "list"; readonly items: readonly (readonly [number, Places])[] }
  | { readonly kind: "object"; readonly parts: readonly (readonly [string, Places])[]; readonly isPlace: boolean };

function placesOf(value: unknown): Places | null {
  if (typeof value !== "object" || value === null) return null;
  return Array.isArray(value) ? placesInList(value) : placesInObject({ ...value });
}

function placesInList(list: readonly unknown[]): Places | null {
  const items = holding(list.map((item, at) => [at, placesOf(item)] as const));
  return items.length === 0 ? null : { kind: "list", items };
}

function placesInObject(object: Parts): Places | null {
  const parts = holding(Object.entries(object).map(([key, part]) => [key, placesOf(part)] as const));
  const isPlace = typeof object["start"] === "number" && typeof object["end"] === "number";
  return isPlace || parts.length > 0 ? { kind: "object", parts, isPlace } : null;
}

function holding<Key>(parts: readonly (readonly [Key, Places | null])[]): readonly (readonly [Key, Places])[] {
  return parts.flatMap(([key, within]) => (within === null ? [] : [[key, within] as const]));
}

/** A value copied as far as it holds places. */
function move(value: unknown, places: Places, offset: number): unknown {
  if (places.kind === "object") return moveParts({ ...(value as Parts) }, places, offset); // where the places were found
  const copy = [...(value as readonly unknown[])]; // where the places were found
  for (const [at, within] of places.items) copy[at] = move(copy[at], within, offset);
  return copy;
}

function moveParts(copy: Parts, { parts, isPlace }: Places & { kind: "object" }, offset: number): Parts {
  for (const [key, within] of parts) copy[key] = move(copy[key], within, offset);
  if (isPlace) {
    copy["start"] = Number(copy["start"]) + offset;
    copy["end"] = Number(copy["end"]) + offset;
  }
  return copy;
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

type Parts = Record<string, unknown>;
