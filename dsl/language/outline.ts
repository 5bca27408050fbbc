import type { AnalysedPart, Analysis } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";
import { cut } from "../syntax/index.ts";
import { type DeclarationKind, type Lines, partLines, readLines, type Segment } from "./reading/index.ts";

export type OutlineKind =
  | "guideline"
  | "fact"
  | "scale"
  | "code list"
  | "definition"
  | "table"
  | "service"
  | "recommendation"
  | "assumption"
  | "acceptance"
  | "example"
  | "authority";

/** A declaration to jump to. `name` is as written, the service and its relation for a recommendation. */
export interface OutlineEntry {
  readonly kind: OutlineKind;
  readonly name: string;
  /** A fact's type, a recommendation's criterion, `score` or another form of table and its type, else empty; single-spaced. */
  readonly detail: string;
  /** From its first word to its last. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** The declarations in order, as far as their first lines can be told; also of a broken file. */
export function outline(analysis: Analysis): readonly OutlineEntry[] {
  return analysis.parts.flatMap(entryOf);
}

/** The same of a text alone: what it means is not asked, which takes a hundred times as long. */
export function outlineOf(text: string): readonly OutlineEntry[] {
  return cut(text).flatMap((chunk) => {
    const entry = readEntry(readLines(chunk.text), chunk.text);
    return entry === null ? [] : [from(entry, chunk.start)];
  });
}

const kinds: Readonly<Record<Exclude<DeclarationKind, "unknown">, OutlineKind>> = {
  guideline: "guideline",
  fact: "fact",
  scale: "scale",
  table: "table",
  codes: "code list",
  define: "definition",
  service: "service",
  recommendation: "recommendation",
  assumption: "assumption",
  acceptance: "acceptance",
  example: "example",
  authority: "authority",
};

const knownEntries = new WeakMap<AnalysedPart["parsed"], OutlineEntry | null>();

function entryOf(part: AnalysedPart): readonly OutlineEntry[] {
  const known = knownEntries.get(part.parsed);
  const entry = known === undefined ? readEntry(partLines(part), part.chunk.text) : known;
  knownEntries.set(part.parsed, entry);
  return entry === null ? [] : [from(entry, part.chunk.start)];
}

function from(entry: OutlineEntry, start: number): OutlineEntry {
  return { ...entry, span: moved(entry.span, start), nameSpan: moved(entry.nameSpan, start) };
}

/** The entry in offsets of the declaration's own text; null for what begins none. */
function readEntry({ kind, lines }: Lines, text: string): OutlineEntry | null {
  const head = lines[0]?.segments ?? [];
  const start = head[0]?.tokens[0]?.startOffset;
  if (kind === "unknown" || start === undefined) return null;
  const named = kind === "recommendation" ? head.slice(0, 2) : head.slice(1, 2);
  const nameSpan = spanOf(named) ?? { start, end: start };
  const detail = kind === "guideline" || kind === "example" || kind === "authority" ? null : spanOf(head.slice(2));
  return {
    kind: kinds[kind],
    name: spaced(text, nameSpan).replaceAll(/["“„”]/g, ""),
    detail: [...(kind === "table" ? [formOf(text, start)] : []), ...(detail ? [spaced(text, detail)] : [])].join(" "),
    span: { start, end: endOf(text, lines) },
    nameSpan,
  };
}

/** `score`, `table` or `schedule`: the word a table begins with. */
const formOf = (text: string, start: number): string => /^\w+/.exec(text.slice(start))?.[0] ?? "";

function spanOf(segments: readonly Segment[]): Span | null {
  const tokens = segments.flatMap((segment) => segment.tokens);
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? { start: first.startOffset, end: last.startOffset + last.image.length } : null;
}

/** The end of the last line that is the declaration's own; comments below it may belong to the next. */
function endOf(text: string, lines: Lines["lines"]): number {
  const all = lines.flatMap(({ segments }) => segments);
  return spanOf(all)?.end ?? text.trimEnd().length;
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const spaced = (text: string, { start, end }: Span): string => text.slice(start, end).replaceAll(/\s+/g, " ");
