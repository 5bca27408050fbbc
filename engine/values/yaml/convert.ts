import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Diagnostic, Span } from "../../../dsl/index.ts";
import { shortcut } from "./complaints.ts";
import { problem } from "./problem.ts";
import type { YamlEntry, YamlTree } from "./tree.ts";

interface Reading {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
}

/** The tree of a document, and what it says against anchors, tags, names that are no text, and names given twice. */
export function treeOf(
  file: string,
  document: Document.Parsed,
): { readonly tree: YamlTree; readonly diagnostics: Diagnostic[] } {
  const reading: Reading = { file, diagnostics: [] };
  const end = document.range[1];
  const tree = convert(document.contents, { start: Math.min(document.range[0], end), end }, reading);
  return { tree, diagnostics: reading.diagnostics };
}

function convert(node: unknown, around: Span, reading: Reading): YamlTree {
  if (isAlias(node)) return refused(spanOf(node, around), reading);
  if (isScalar(node)) return scalar(node, spanOf(node, around), reading);
  if (isSeq(node)) {
    const span = spanOf(node, around);
    noShortcuts(node, span, reading);
    return { kind: "list", span, items: node.items.map((item) => convert(item, span, reading)) };
  }
  if (isMap(node)) return map(node, spanOf(node, around), reading);
  return { kind: "scalar", span: around, value: null };
}

function scalar(node: Scalar, span: Span, reading: Reading): YamlTree {
  noShortcuts(node, span, reading);
  return { kind: "scalar", span, value: written(node) };
}

function map(node: YAMLMap, span: Span, reading: Reading): YamlTree {
  noShortcuts(node, span, reading);
  const entries = new Map<string, YamlEntry>();
  for (const pair of node.items) {
    const entry = entryOf(pair, span, reading);
    const first = entry === null ? undefined : entries.get(entry.key);
    if (first !== undefined && entry !== null) reading.diagnostics.push(twice(reading.file, first, entry));
    else if (entry !== null) entries.set(entry.key, entry);
  }
  return { kind: "map", span, entries };
}

function entryOf(pair: Pair, around: Span, reading: Reading): YamlEntry | null {
  const key = convert(pair.key, around, reading);
  const value = convert(pair.value, { start: key.span.end, end: key.span.end }, reading);
  const isName = key.kind === "scalar" && key.value !== null && key.value !== "__proto__";
  if (isName) return { key: String(key.value), keySpan: key.span, value };
  reading.diagnostics.push(
    problem(reading.file, "E0601", key.span, "Before a `:` stands a name, in words.", { hint: "Write `name: value`." }),
  );
  return null;
}

/** Texts as they mean, numbers as they are written; `true`, `false` and nothing as such. */
function written({ value, source }: Scalar): string | boolean | null {
  if (typeof value === "string" || typeof value === "boolean") return value;
  return typeof value === "number" || typeof value === "bigint" ? (source ?? value.toString()) : null;
}

function refused(span: Span, reading: Reading): YamlTree {
  reading.diagnostics.push(shortcut(reading.file, span));
  return { kind: "scalar", span, value: null };
}

function noShortcuts(node: Node, span: Span, reading: Reading): void {
  const anchored = "anchor" in node && node.anchor !== undefined;
  if (anchored || node.tag !== undefined) reading.diagnostics.push(shortcut(reading.file, span));
}

function twice(file: string, first: YamlEntry, second: YamlEntry): Diagnostic {
  return problem(file, "E0606", second.keySpan, `\`${second.key}\` is given twice.`, {
    labels: [{ span: first.keySpan, text: "first given here" }],
    hint: "Keep one, or put both into one list.",
  });
}

function spanOf(node: Node, around: Span): Span {
  return node.range ? { start: node.range[0], end: Math.max(node.range[0], node.range[1]) } : around;
}
