import type { Span } from "../../../dsl/index.ts";
import type { YamlEntry, YamlTree } from "./tree.ts";

/** Plain data as a tree whose parts stand nowhere. Numbers are expected as texts, as they are written. */
export function treeOfData(data: unknown): YamlTree {
  if (Array.isArray(data)) return { kind: "list", span: nowhere, items: data.map(treeOfData) };
  if (typeof data === "object" && data !== null) return mapOf(data);
  return { kind: "scalar", span: nowhere, value: typeof data === "string" || typeof data === "boolean" ? data : null };
}

const nowhere: Span = { start: 0, end: 0 };

function mapOf(data: object): YamlTree {
  const entries = Object.entries(data).map(([key, value]): readonly [string, YamlEntry] => [
    key,
    { key, keySpan: nowhere, value: treeOfData(value) },
  ]);
  return { kind: "map", span: nowhere, entries: new Map(entries) };
}
