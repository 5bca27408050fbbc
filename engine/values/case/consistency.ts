import { closest, type Diagnostic, nameKey } from "../../../dsl/index.ts";
import { daysOfDate } from "../calendar.ts";
import {
  entryAt,
  listed,
  placeOf,
  problem,
  replacement,
  valueAt,
  type Path,
  type YamlFile,
  type YamlTree,
} from "../yaml/index.ts";

/** Of a file that is wrong throughout, so many complaints of one kind say enough. */
const MOST = 50;

/** What no single entry of a case file shows: references to documents that are not there, and times that run backwards. */
export function consistency(file: YamlFile): readonly Diagnostic[] {
  const documents = new Set(namesOf(valueAt(file.tree, ["documents"])));
  const maps = mapsIn(file.tree, []);
  const astray = maps.filter(({ path }) => path.at(-1) === "evidence" && !isListed(file, path, documents));
  return [
    ...astray.slice(0, MOST).map(({ path }) => unknownDocument(file, [...path, "document"], [...documents])),
    ...maps.flatMap(({ path, names }) => (isPeriod(names) ? backwards(file, path) : [])),
    ...maps.flatMap(({ path, names }) => (isFacts(path) ? sameFactTwice(file, path, names) : [])),
  ];
}

/** Evidence may name no document. */
function isListed(file: YamlFile, evidence: Path, documents: ReadonlySet<string>): boolean {
  const name = textAt(file, [...evidence, "document"]);
  return name === null || documents.has(name);
}

interface MapPlace {
  readonly path: Path;
  readonly names: readonly string[];
}

function mapsIn(tree: YamlTree, path: Path): readonly MapPlace[] {
  if (tree.kind === "scalar") return [];
  if (tree.kind === "list") return tree.items.flatMap((item, index) => mapsIn(item, [...path, index]));
  const inside = [...tree.entries.values()].flatMap((entry) => mapsIn(entry.value, [...path, entry.key]));
  return [{ path, names: namesOf(tree) }, ...inside];
}

function namesOf(tree: YamlTree | null): readonly string[] {
  return tree?.kind === "map" ? [...tree.entries.keys()] : [];
}

const isPeriod = (names: readonly string[]): boolean => names.includes("from") && names.includes("to");

function isFacts(path: Path): boolean {
  return (path.length === 1 && path[0] === "facts") || (path.length === 3 && path[2] === "asked for");
}

/** Names that differ only in case or a plural are one fact. */
function sameFactTwice(file: YamlFile, path: Path, names: readonly string[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const other = first.get(nameKey(name));
    if (other === undefined) first.set(nameKey(name), name);
    return other === undefined ? [] : [sameFact(file, [...path, name], [...path, other])];
  });
}

function sameFact(file: YamlFile, second: Path, first: Path): Diagnostic {
  const [span, other] = [second, first].map((path) => entryAt(file.tree, path)?.keySpan ?? placeOf(file, path));
  const message = `\`${String(second.at(-1))}\` and \`${String(first.at(-1))}\` are one fact, given twice.`;
  return problem(file.name, "E0606", span ?? placeOf(file, second), message, {
    labels: other === undefined ? [] : [{ span: other, text: "first given here" }],
    hint: "Put both into one list of statements.",
  });
}

function unknownDocument(file: YamlFile, path: Path, documents: readonly string[]): Diagnostic {
  const name = textAt(file, path) ?? "";
  const span = placeOf(file, path);
  const near = closest(name, documents);
  const known =
    documents.length === 0 ? "No document is listed under `documents` yet." : `Listed there: ${listed(documents)}.`;
  return problem(file.name, "E0616", span, `No document \`${name}\` is listed under \`documents\`.`, {
    hint: near === null ? known : `Did you mean \`${near}\`?`,
    fixes: near === null ? [] : [replacement(span, near, false)],
  });
}

/** Both ends are dates here; other intervals are compared when a guideline gives them their type. */
function backwards(file: YamlFile, path: Path): readonly Diagnostic[] {
  const [from, to] = [textAt(file, [...path, "from"]), textAt(file, [...path, "to"])];
  const first = daysOfDate(from ?? "");
  const last = daysOfDate(to ?? "");
  if (first === null || last === null || first.low <= last.high) return [];
  const span = placeOf(file, [...path, "to"]);
  return [
    problem(file.name, "E0615", span, `This ends on \`${to}\`, before it begins on \`${from}\`.`, {
      labels: [{ span: placeOf(file, [...path, "from"]), text: "begins here" }],
      hint: "Exchange the two, or correct one.",
    }),
  ];
}

function textAt(file: YamlFile, path: Path): string | null {
  const found = valueAt(file.tree, path);
  return found?.kind === "scalar" && typeof found.value === "string" ? found.value : null;
}
