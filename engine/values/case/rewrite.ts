import { isMap, type Document, type YAMLMap } from "yaml";
import { parseCase } from "./parseCase.ts";
import { replaceEntry } from "./splice.ts";

type Path = readonly (string | number)[];

/**
 * Makes the map at `path` + `key` say `data`, entry by entry: what says the same already keeps its text, comments between
 * entries stay. A map in brackets is written anew.
 */
export function rewriteMap(text: string, document: Document.Parsed, path: Path, key: string, data: object): string {
  const at = [...path, key];
  const map = document.getIn(at);
  if (!isMap(map) || map.flow === true || map.items.length === 0) return replaceEntry(text, document, path, key, data);
  const wanted = new Map<string, unknown>(Object.entries(data));
  const gone = namesIn(map).filter((name) => !wanted.has(name));
  const others = [...wanted].filter(([name, said]) => !isSaid(document, [...at, name], said));
  // First what is new: a map is never left empty.
  return [...others, ...gone.map((name) => [name, undefined] as const)].reduce(
    (written, [name, said]) => rewriteEntry(written, at, name, said),
    text,
  );
}

function rewriteEntry(text: string, at: Path, name: string, said: unknown): string {
  const document = parseCase(text);
  return typeof said === "object" && said !== null
    ? rewriteMap(text, document, at, name, said)
    : replaceEntry(text, document, at, name, said);
}

const namesIn = (map: YAMLMap): readonly string[] => map.items.map(({ key }) => String(key));

function isSaid(document: Document.Parsed, path: Path, said: unknown): boolean {
  const node: unknown = document.getIn(path, true);
  const now: unknown = isMap(node) ? node.toJSON() : document.getIn(path);
  return document.hasIn(path) && JSON.stringify(now) === JSON.stringify(said);
}
