import { type Analysis, type AnalysedPart, analyse, type Guideline } from "../../semantics/index.ts";
import type { Span } from "../../source/index.ts";
import { type Analyses, declarationAcross } from "../across.ts";
import { outline, type OutlineEntry } from "../outline.ts";
import { type Mark, type MarkKind, partAt, partMarks, type Symbol } from "../reading/index.ts";
import { type ParaphraseForm, paraphrase } from "./paraphrase.ts";

/** A guideline said back to be read on a screen: its words in pieces, and what could not be said. */
export interface ReadBack {
  /** The whole text, as a guideline of its own. */
  readonly text: string;
  /** One after another; an empty line stands between declarations. */
  readonly lines: readonly SaidLine[];
  /** Declarations that are left out because an error stands in them, in the order of the file. */
  readonly unread: readonly Unread[];
}

export interface SaidLine {
  /** How many steps of two spaces it is set in. */
  readonly depth: number;
  readonly pieces: readonly SaidPiece[];
}

/** A stretch of a line; `kind` is `null` for words of no kind, `place` for what names nothing. */
export interface SaidPiece {
  readonly text: string;
  readonly kind: MarkKind | null;
  /** Where what it names is declared. */
  readonly place: { readonly file: string; readonly span: Span } | null;
}

/** `kind` is that of the outline; `null` for lines of no kind. */
export interface Unread {
  readonly kind: OutlineEntry["kind"] | null;
  readonly name: string;
  readonly span: Span;
}

/** Says the guideline of `file` back; declarations with an error are left out and told. `null` without such a file. */
export function readBack(analyses: Analyses, file: string, form: ParaphraseForm): ReadBack | null {
  const analysis = analyses.get(file);
  if (!analysis) return null;
  const faulty = faultyParts(analysis);
  const text = paraphrase(without(analysis, faulty), form, analysis.value);
  const placeOf = placesIn(analyses, file);
  const { parts } = analyse({ name: file, text });
  // Also what is left out is known by name.
  const marks = parts.flatMap((part) =>
    partMarks(part, analysis.environment).map((mark) => moved(mark, part.chunk.start)),
  );
  return { text, lines: linesOf(text, marks, placeOf), unread: unreadOf(analysis, faulty) };
}

function faultyParts(analysis: Analysis): ReadonlySet<AnalysedPart> {
  const errors = analysis.diagnostics.filter(
    ({ severity, file }) => severity === "error" && file === analysis.source.name,
  );
  return new Set(errors.flatMap(({ span }) => partAt(analysis, span.start) ?? []));
}

/** The guideline without what these parts declare; its head stays as far as it was read. */
function without(analysis: Analysis, faulty: ReadonlySet<AnalysedPart>): Guideline {
  const isFaulty = ({ start }: Span): boolean => {
    const part = partAt(analysis, start);
    return part !== undefined && faulty.has(part);
  };
  const stays = ({ span }: { readonly span: Span }): boolean => span.file !== undefined || !isFaulty(span);
  const { value: guideline } = analysis;
  const { authority } = guideline;
  return {
    ...guideline,
    authority: authority && stays(authority) ? authority : null,
    facts: guideline.facts.filter(stays),
    lists: guideline.lists.filter(stays),
    subsets: guideline.subsets.filter(stays),
    codeLists: guideline.codeLists.filter(stays),
    calculations: guideline.calculations.filter(stays),
    definitions: guideline.definitions.filter(stays),
    tables: guideline.tables.filter(stays),
    services: guideline.services.filter(stays),
    recommendations: guideline.recommendations.filter(stays),
    assumptions: guideline.assumptions.filter(stays),
    acceptances: guideline.acceptances.filter(stays),
    examples: guideline.examples.filter(stays),
  };
}

function unreadOf(analysis: Analysis, faulty: ReadonlySet<AnalysedPart>): readonly Unread[] {
  const entries = new Map(outline(analysis).map((entry) => [partAt(analysis, entry.span.start), entry]));
  return [...faulty].map((part): Unread => {
    const entry = entries.get(part);
    if (entry) return { kind: entry.kind, name: entry.name, span: entry.nameSpan };
    const said = part.chunk.text.trimStart();
    const start = part.chunk.start + part.chunk.text.length - said.length;
    const [name = ""] = said.split(/\r|\n/);
    return { kind: null, name, span: { start, end: start + name.length } };
  });
}

type PlaceOf = (symbol: Symbol | undefined) => SaidPiece["place"];

function placesIn(analyses: Analyses, file: string): PlaceOf {
  const known = new Map<string, SaidPiece["place"]>();
  return (symbol) => {
    if (!symbol) return null;
    const id = `${symbol.kind} ${symbol.key}`;
    const place = known.get(id);
    if (place !== undefined) return place;
    const found = declarationAcross(analyses, file, symbol);
    known.set(id, found);
    return found;
  };
}

function linesOf(text: string, marks: readonly Mark[], placeOf: PlaceOf): readonly SaidLine[] {
  let start = 0;
  let next = 0;
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const end = start + line.length;
      const first = next;
      while (next < marks.length && (marks[next]?.start ?? 0) < end) next += 1;
      const said = lineOf(line, start, marks.slice(first, next), placeOf);
      start = end + 1;
      return said;
    });
}

const moved = (mark: Mark, by: number): Mark => ({ ...mark, start: mark.start + by, end: mark.end + by });

function lineOf(line: string, start: number, marks: readonly Mark[], placeOf: PlaceOf): SaidLine {
  const words = line.trimStart();
  const from = start + line.length - words.length;
  const pieces: SaidPiece[] = [];
  let at = from;
  const plain = (end: number): void => {
    if (end > at) pieces.push({ text: line.slice(at - start, end - start), kind: null, place: null });
  };
  for (const mark of marks) {
    plain(mark.start);
    pieces.push({
      text: line.slice(mark.start - start, mark.end - start),
      kind: mark.kind,
      place: placeOf(mark.symbol),
    });
    at = mark.end;
  }
  plain(start + line.length);
  return { depth: Math.floor((line.length - words.length) / 2), pieces };
}
