import type { CaseEntry, CaseFact, CaseList, Evidence, StatedValue, Statement } from "../case.ts";
import { entryAt, type Path, placeOf, type YamlFile } from "../yaml/index.ts";
import type { DurationShape, EvidenceShape, FactShape, FactsShape, ListShape, ValueShape } from "./schema.ts";

type EntryShape = ListShape["entries"][number];

/** The word that stands for "someone looked, and the record does not say". */
export const notDocumented = "not documented";

/** The facts that are stated once or several times, in the order of the file. */
export function factsOf(file: YamlFile, path: Path, facts: FactsShape): readonly CaseFact[] {
  return Object.entries(facts)
    .filter(([, shape]) => !isList(shape))
    .map(([name, shape]) => factOf(file, [...path, name], name, shape));
}

export function listsOf(file: YamlFile, facts: FactsShape): readonly CaseList[] {
  return Object.entries(facts).flatMap(([name, shape]) =>
    isList(shape) ? [listOf(file, ["facts", name], name, shape)] : [],
  );
}

function isList(shape: FactShape): shape is ListShape {
  return typeof shape === "object" && !Array.isArray(shape) && "entries" in shape;
}

function factOf(file: YamlFile, path: Path, name: string, shape: FactShape): CaseFact {
  const parts = partsOf(path, shape);
  const remarks = parts.flatMap((part) => ("remark" in part ? [part.remark] : []));
  return {
    fact: name,
    statements: parts.flatMap((part) => ("remark" in part ? [] : [statementOf(file, part)])),
    asked: remarks.length > 0,
    remark: remarks.filter((remark) => remark !== null).join(" ") || null,
    place: entryAt(file.tree, path)?.keySpan ?? placeOf(file, path),
  };
}

type FactPart = StatedPart | { readonly remark: string | null };

interface StatedPart {
  readonly value: ValueShape;
  readonly evidence: EvidenceShape | undefined;
  readonly path: Path;
}

/** A fact is one value, one statement with evidence, or several; in any of them the record may be said to be silent. */
function partsOf(path: Path, shape: FactShape): readonly FactPart[] {
  if (Array.isArray(shape)) return shape.flatMap((item, index) => partsOf([...path, index], item));
  if (shape === notDocumented) return [{ remark: null }];
  if (typeof shape === "object" && notDocumented in shape) return [{ remark: shape[notDocumented] }];
  if (typeof shape === "object" && "value" in shape) {
    return [{ value: shape.value, evidence: shape.evidence, path: [...path, "value"] }];
  }
  return typeof shape === "object" && "entries" in shape ? [] : [{ value: shape, evidence: undefined, path }];
}

function statementOf(file: YamlFile, { value, evidence, path }: StatedPart): Statement {
  return { value: statedValue(value), evidence: evidenceOf(evidence), place: placeOf(file, path) };
}

function statedValue(value: ValueShape): StatedValue {
  if (typeof value === "string") return { kind: "text", text: value };
  if ("born" in value) return { kind: "born", date: value.born };
  const { from = null, to = null } = value;
  if (!("response" in value || "lasted" in value)) return { kind: "interval", from, to };
  return { kind: "trial", response: value.response ?? null, duration: durationText(value.lasted), from, to };
}

/** Durations travel as one text: `6 weeks`, `at least 4 weeks`, `4 weeks to 6 weeks`. */
function durationText(lasted: DurationShape | undefined): string | null {
  if (lasted === undefined || typeof lasted === "string") return lasted ?? null;
  const { from, to } = lasted;
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  return from === undefined ? `at most ${to}` : `at least ${from}`;
}

export function evidenceOf(evidence: EvidenceShape | undefined): Evidence | null {
  if (evidence === undefined) return null;
  const { kind = null, document = null, date = null, author = null, page = null, quote = null } = evidence;
  return { kind, document, date, author, page, quote: quote?.replace(/\s+/g, " ").trim() ?? null };
}

function listOf(file: YamlFile, path: Path, name: string, shape: ListShape): CaseList {
  return {
    list: name,
    complete: shape.complete === true || shape.complete === "yes",
    entries: shape.entries.map((entry, index) => listEntry(file, [...path, "entries", index], entry)),
    place: entryAt(file.tree, path)?.keySpan ?? placeOf(file, path),
  };
}

function listEntry(file: YamlFile, path: Path, { evidence, ...fields }: EntryShape): CaseEntry {
  return {
    fields: Object.entries(fields).map(([field, value]) => ({
      field,
      value: statedValue(value),
      place: placeOf(file, [...path, field]),
    })),
    evidence: evidenceOf(evidence),
  };
}
