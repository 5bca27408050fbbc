import type { Span } from "../../../dsl/index.ts";

/**
 * A YAML file as plain data that remembers where everything stands. Keys and numbers are kept as written (`1.0` stays
 * `1.0`); only `true`, `false` and nothing are values of their own. Keys of one map are unique, in the order of the file.
 */
export type YamlTree =
  | { readonly kind: "map"; readonly span: Span; readonly entries: ReadonlyMap<string, YamlEntry> }
  | { readonly kind: "list"; readonly span: Span; readonly items: readonly YamlTree[] }
  | { readonly kind: "scalar"; readonly span: Span; readonly value: string | boolean | null };

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlTree;
}

export type Path = readonly PropertyKey[];

/** A YAML file that has been read: its name for diagnostics, its text and its tree. */
export interface YamlFile {
  readonly name: string;
  readonly text: string;
  readonly tree: YamlTree;
}

/** The data without its places, for a schema to check. */
export function plain(tree: YamlTree): unknown {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(plain);
  return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plain(entry.value)]));
}

/** What stands at a path, or `null`. */
export function valueAt(tree: YamlTree, path: Path): YamlTree | null {
  let here: YamlTree | null = tree;
  for (const step of path) here = here === null ? null : child(here, step);
  return here;
}

/** The entry, key and value, that a path leads to; `null` for a list's item or where nothing stands. */
export function entryAt(tree: YamlTree, path: Path): YamlEntry | null {
  const parent = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  return parent?.kind === "map" && typeof key === "string" ? (parent.entries.get(key) ?? null) : null;
}

/**
 * Where to point when something at a path is wrong: the value, its key when the value is empty or fills several lines,
 * else the nearest thing around it.
 */
export function placeOf(file: YamlFile, path: Path): Span {
  const value = valueAt(file.tree, path);
  if (value === null) return path.length === 0 ? file.tree.span : placeOf(file, path.slice(0, -1));
  const key = entryAt(file.tree, path)?.keySpan;
  return key !== undefined && !isOneLine(file.text, value.span) ? key : firstLine(file.text, value.span);
}

function child(tree: YamlTree, step: PropertyKey): YamlTree | null {
  if (tree.kind === "map" && typeof step === "string") return tree.entries.get(step)?.value ?? null;
  if (tree.kind === "list" && typeof step === "number") return tree.items[step] ?? null;
  return null;
}

function isOneLine(text: string, span: Span): boolean {
  return span.end > span.start && !text.slice(span.start, span.end).includes("\n");
}

function firstLine(text: string, span: Span): Span {
  const end = text.indexOf("\n", span.start);
  return end < 0 || end >= span.end ? span : { start: span.start, end };
}
