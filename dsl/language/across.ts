import type { TextEdit } from "../diagnostic/index.ts";
import { type Analysis, analyse, nameKey, type Neighbours } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { applyEdits } from "./applyEdits.ts";
import { fieldOf, markAt, type Occurrence, occurrences, type Symbol } from "./reading/index.ts";
import { inNumber, newErrorIn, renamed, takenBy, unfitName } from "./rename.ts";

/** The guidelines of a set as they are read, by file. */
export type Analyses = ReadonlyMap<string, Analysis>;

/** Where a name stands in a set. */
export interface PlacedOccurrence extends Occurrence {
  readonly file: string;
}

export type RenamingAcross =
  | { readonly files: readonly { readonly file: string; readonly edits: readonly TextEdit[] }[] }
  /** Why not, as a sentence to show. */
  | { readonly refused: string };

/** Every place in the set that names what the name at `offset` of `file` names, file by file. */
export function referencesAcross(analyses: Analyses, file: string, offset: number): readonly PlacedOccurrence[] {
  const symbol = symbolAt(analyses, file, offset);
  return symbol ? everywhere(analyses, symbol, homeOf(analyses, file, symbol)) : [];
}

/** Where in the set the name at `offset` of `file` is declared; `null` where there is no name or nothing declares it. */
export function definitionAcross(
  analyses: Analyses,
  file: string,
  offset: number,
): { readonly file: string; readonly span: Span } | null {
  const symbol = symbolAt(analyses, file, offset);
  return symbol && declarationAcross(analyses, file, symbol);
}

/** Where in the set what `file` calls so is declared. */
export function declarationAcross(
  analyses: Analyses,
  file: string,
  symbol: Symbol,
): { readonly file: string; readonly span: Span } | null {
  const declared = everywhere(analyses, symbol, homeOf(analyses, file, symbol)).filter(({ declares }) => declares);
  const found = declared.find((one) => one.file === file) ?? declared[0];
  return found ? { file: found.file, span: found.span } : null;
}

/** The name at `offset` as it stands there; `null` where none stands that the set declares. */
export function renameTargetAcross(
  analyses: Analyses,
  file: string,
  offset: number,
): { readonly span: Span; readonly name: string } | null {
  const analysis = analyses.get(file);
  const mark = analysis && markAt(analysis, offset);
  if (!analysis || !mark?.symbol || definitionAcross(analyses, file, offset) === null) return null;
  const { start, end } = mark;
  return { span: { start, end }, name: analysis.source.text.slice(start, end) };
}

/** Gives the name another one in every file of the set that takes it from where it is declared. */
export function renameAcross(analyses: Analyses, file: string, offset: number, newName: string): RenamingAcross {
  const symbol = symbolAt(analyses, file, offset);
  const places = symbol ? everywhere(analyses, symbol, homeOf(analyses, file, symbol)) : [];
  if (!symbol || !places.some(({ declares }) => declares))
    return { refused: "No name that is declared in this set stands here." };
  const name = newName.trim().replaceAll(/\s+/g, " ");
  const declared = places.find(({ declares }) => declares);
  const edits = Map.groupBy(places, (place) => place.file);
  const unfit = unfitName(name, symbol.kind) ?? clashAmong(analyses, edits.keys(), symbol, name);
  if (unfit !== null) return { refused: unfit };
  const files = [...edits].map(([path, found]) => ({
    file: path,
    edits: found.map((place) => ({
      span: place.span,
      text: inNumber(name, textAt(analyses, place), declared ? textAt(analyses, declared) : ""),
    })),
  }));
  const harm = new Renamed(analyses, new Map(files.map((one) => [one.file, one.edits]))).harm(renamed(symbol, name));
  return harm === null ? { files } : { refused: harm };
}

function textAt(analyses: Analyses, { file, span }: PlacedOccurrence): string {
  return analyses.get(file)?.source.text.slice(span.start, span.end) ?? "";
}

function symbolAt(analyses: Analyses, file: string, offset: number): Symbol | null {
  const analysis = analyses.get(file);
  return (analysis && markAt(analysis, offset)?.symbol) ?? null;
}

/** The file a name comes from; what an overlay declares anew comes from its base. */
function homeOf(analyses: Analyses, file: string, named: Symbol): string {
  const symbol = declaredBy(named);
  const analysis = analyses.get(file);
  if (!analysis) return file;
  const base = analysis.value.overlay?.file;
  if (base !== undefined && knows(analyses.get(base), symbol)) return homeOf(analyses, base, symbol);
  const origin = analysis.borrowed.origins.get(symbol.key)?.file;
  if (origin !== undefined && symbol.kind !== "service" && symbol.kind !== "service item") return origin;
  const isOwn = occurrences(analysis, symbol).some(({ declares }) => declares);
  if (isOwn || symbol.kind === "service" || symbol.kind === "service item") return file;
  const lender = analysis.neighbours.linked.find((one) => one.analysis?.environment.scales.has(symbol.key));
  return lender ? homeOf(analyses, lender.file, symbol) : file;
}

/** A field comes with its list. */
function declaredBy(symbol: Symbol): Symbol {
  const field = fieldOf(symbol.key);
  return field ? { kind: "fact", key: field.list } : symbol;
}

function knows(analysis: Analysis | undefined, { key, kind }: Symbol): boolean {
  if (!analysis) return false;
  const { names, services, scales, codeLists } = analysis.environment;
  if (kind === "service item")
    return [...services.values()].some(({ items }) => items.some((item) => nameKey(item) === key));
  return kind === "service" ? services.has(key) : names.has(key) || scales.has(key) || codeLists.has(key);
}

function everywhere(analyses: Analyses, symbol: Symbol, home: string): readonly PlacedOccurrence[] {
  return [...analyses].flatMap(([file, analysis]) => {
    const found = occurrences(analysis, symbol);
    if (found.length === 0 || homeOf(analyses, file, symbol) !== home) return [];
    return found.map((one) => ({ ...one, file }));
  });
}

function clashAmong(analyses: Analyses, files: Iterable<string>, symbol: Symbol, name: string): string | null {
  for (const file of files) {
    const analysis = analyses.get(file);
    const taken = analysis ? takenBy(analysis, symbol, name) : null;
    if (taken !== null) return analyses.size > 1 ? `\`${file}\`: ${taken}` : taken;
  }
  return null;
}

/** The set as it would be read with the edits made: what rests on a file that changes is read again after it. */
class Renamed {
  readonly #after = new Map<string, Analysis>();
  readonly #before: Analyses;
  readonly #edits: ReadonlyMap<string, readonly TextEdit[]>;

  constructor(before: Analyses, edits: ReadonlyMap<string, readonly TextEdit[]>) {
    this.#before = before;
    this.#edits = edits;
  }

  /** A new error in any file, or a phrase that means something else. */
  harm(renamed: Symbol): string | null {
    for (const [file, before] of this.#before) {
      const after = this.#read(file, before);
      const error = after === before ? null : newErrorIn(before, after);
      if (error !== null) return `\`${file}\` could not be read any more: ${error}`;
      const edits = this.#edits.get(file);
      if (edits && occurrences(after, renamed).length !== edits.length)
        return `With this name a phrase of \`${file}\` would be read in another way.`;
    }
    return null;
  }

  #read(file: string, before: Analysis): Analysis {
    const known = this.#after.get(file);
    if (known) return known;
    const neighbours = this.#neighbours(before.neighbours);
    const edits = this.#edits.get(file);
    const text = edits ? applyEdits(before.source.text, edits) : before.source.text;
    const same =
      !edits && neighbours.linked.every((one, at) => one.analysis === before.neighbours.linked[at]?.analysis);
    const after = same ? before : analyse({ name: file, text }, before, neighbours);
    this.#after.set(file, after);
    return after;
  }

  #neighbours({ titles, linked }: Neighbours): Neighbours {
    return {
      titles,
      linked: linked.map((one) => {
        const before = one.analysis === null ? undefined : this.#before.get(one.file);
        return before === undefined ? one : { ...one, analysis: this.#read(one.file, before) };
      }),
    };
  }
}
