import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  stringify,
  visit,
  type YAMLMap,
} from "yaml";

type Path = readonly (string | number)[];

/**
 * The text with one entry of a map replaced, added at the end, or, for `undefined`, removed. A map written in lines is
 * changed in place; one that is missing or written in brackets makes the file be laid out anew, comments kept.
 */
export function replaceEntry(text: string, document: Document.Parsed, path: Path, key: string, data: unknown): string {
  if (!canHold(document, path) || (data === undefined && !document.hasIn([...path, key]))) return text;
  const map = path.length === 0 ? document.contents : document.getIn(path);
  const lines = isMap(map) && map.flow !== true ? blockLines(text, map) : null;
  if (!isMap(map) || lines === null) return laidOutAnew(document, [...path, key], data);
  const pair = map.items.find((item) => String(item.key) === key);
  if (pair === undefined) return appended(text, map, lines, key, data);
  if (data === undefined && map.items.length === 1) return laidOutAnew(document, [...path, key], data);
  return replaced(text, pair, lines, key, data);
}

/** An entry of a list must be there to be changed; a map of the file itself may be made. */
function canHold(document: Document.Parsed, path: Path): boolean {
  return path.length < 2 || isMap(document.getIn(path));
}

interface Layout {
  readonly indent: number;
  readonly newline: string;
}

/** How the entries of a map stand in lines; `null` for a map without entries or with a place that is not known. */
function blockLines(text: string, map: YAMLMap): Layout | null {
  const first = map.items[0];
  const start = first === undefined ? null : startOf(first);
  if (start === null) return null;
  const indent = start - (text.lastIndexOf("\n", start - 1) + 1);
  return { indent, newline: text.includes("\r\n") ? "\r\n" : "\n" };
}

function laidOutAnew(document: Document.Parsed, path: Path, data: unknown): string {
  if (data === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(data));
  return document.toString({ lineWidth: 0 });
}

function replaced(text: string, pair: Pair, layout: Layout, key: string, data: unknown): string {
  const start = startOf(pair) ?? 0;
  const end = endOf(text, pair);
  const comments = commentsWithin(pair).map((comment) => `#${comment}`);
  if (data === undefined) return removed(text, start, end, comments, layout);
  const lines = [...comments, ...entryLines(key, data)];
  return text.slice(0, start) + lines.join(`${layout.newline}${" ".repeat(layout.indent)}`) + text.slice(end);
}

/** Takes the whole lines of an entry away; a comment behind it on its last line goes with it. */
function removed(text: string, start: number, end: number, comments: readonly string[], layout: Layout): string {
  const lineEnd = text.indexOf("\n", end);
  const after = lineEnd < 0 ? text.length : lineEnd + 1;
  const tail = text.slice(end, lineEnd < 0 ? text.length : lineEnd).trim();
  const kept = [...comments, ...(tail.startsWith("#") ? [tail] : [])];
  const lead = " ".repeat(layout.indent);
  const isFirstOfItem = text.slice(start - layout.indent, start).trim() !== "";
  if (isFirstOfItem) return text.slice(0, start) + text.slice(after).trimStart();
  return (
    text.slice(0, start - layout.indent) + kept.map((line) => lead + line + layout.newline).join("") + text.slice(after)
  );
}

function appended(text: string, map: YAMLMap, layout: Layout, key: string, data: unknown): string {
  const last = map.items.at(-1);
  const end = last === undefined ? text.length : endOfLine(text, endOf(text, last));
  const lead = layout.newline + " ".repeat(layout.indent);
  return text.slice(0, end) + lead + entryLines(key, data).join(lead) + text.slice(end);
}

/** Behind a comment on the same line, before the line's end. */
function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(/\r?\n|$/);
  return from + Math.max(0, at);
}

/** An entry as the lines of a block map. No block scalars, so that a comment may follow on the last line. */
function entryLines(key: string, data: unknown): readonly string[] {
  const written = stringify(
    { [key]: data },
    { version: "1.2", schema: "core", lineWidth: 0, blockQuote: false, nullStr: "" },
  );
  return written.trimEnd().split("\n");
}

function startOf(pair: Pair): number | null {
  return isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null;
}

/** Where the content of an entry ends, without the line end, comments and empty lines that follow. */
function endOf(text: string, pair: Pair): number {
  let end = startOf(pair) ?? 0;
  if (isScalar(pair.key) && pair.key.range) end = pair.key.range[1];
  const look = (node: Node): void => {
    const isOwnEnd = isScalar(node) || (isCollection(node) && node.flow === true);
    if (isOwnEnd && node.range) end = Math.max(end, node.range[1]);
  };
  if (isNode(pair.value)) visit(pair.value, { Node: (_, node) => look(node) });
  const content = text.slice(0, end).trimEnd().length;
  return Math.max(content, colonAfter(text, content, pair));
}

/** An entry without a value ends behind its colon. */
function colonAfter(text: string, end: number, pair: Pair): number {
  const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.source === "");
  const rest = isEmpty ? /^\s*:/.exec(text.slice(end)) : null;
  return rest === null ? end : end + rest[0].length;
}

/** Comments inside an entry: between its lines, or behind all but the last of them. */
function commentsWithin(pair: Pair): readonly string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (typeof node.commentBefore === "string") found.push(...node.commentBefore.split("\n"));
  };
  if (isNode(pair.value)) visit(pair.value, { Node: (_, node) => look(node) });
  return found;
}
