import type { Diagnostic } from "../../../dsl/index.ts";
import { daysOfDate } from "../calendar.ts";
import {
  listed,
  nearest,
  placeOf,
  problem,
  replacement,
  valueAt,
  type Path,
  type YamlFile,
  type YamlTree,
} from "../yaml/index.ts";

/** What no single entry of a case file shows: references to documents that are not there, and times that run backwards. */
export function consistency(file: YamlFile): readonly Diagnostic[] {
  const documents = namesOf(valueAt(file.tree, ["documents"]));
  return mapsIn(file.tree, []).flatMap(({ path, names }) => [
    ...(path.at(-1) === "evidence" && names.includes("document")
      ? unknownDocument(file, [...path, "document"], documents)
      : []),
    ...(names.includes("from") && names.includes("to") ? backwards(file, path) : []),
  ]);
}

interface MapPlace {
  readonly path: Path;
  readonly names: readonly string[];
}

function mapsIn(tree: YamlTree, path: Path): readonly MapPlace[] {
  if (tree.kind === "scalar") return [];
  if (tree.kind === "list") return tree.items.flatMap((item, index) => mapsIn(item, [...path, index]));
  const inside = tree.entries.flatMap((entry) => mapsIn(entry.value, [...path, entry.key]));
  return [{ path, names: namesOf(tree) }, ...inside];
}

function namesOf(tree: YamlTree | null): readonly string[] {
  return tree?.kind === "map" ? tree.entries.map((entry) => entry.key) : [];
}

function unknownDocument(file: YamlFile, path: Path, documents: readonly string[]): readonly Diagnostic[] {
  const name = textAt(file, path);
  if (name === null || documents.includes(name)) return [];
  const span = placeOf(file, path);
  const near = nearest(name, documents);
  const known =
    documents.length === 0 ? "No document is listed under `documents` yet." : `Listed there: ${listed(documents)}.`;
  return [
    problem(file.name, "E0616", span, `No document \`${name}\` is listed under \`documents\`.`, {
      hint: near === null ? known : `Did you mean \`${near}\`?`,
      fixes: near === null ? [] : [replacement(span, near, false)],
    }),
  ];
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
