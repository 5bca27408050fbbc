import {
  type AnalysedPart,
  type Environment,
  type ListShape,
  nameKey,
  splitAtCommas,
  wordsText,
} from "../../semantics/index.ts";
import { wordsOf } from "../../syntax/index.ts";
import { type Lines, type Line, readLines } from "./lines.ts";
import type { Mark } from "./marks.ts";
import { type Reader, segmentMarks, tokenSpan } from "./segmentMarks.ts";

const linesOfParsed = new WeakMap<AnalysedPart["parsed"], Lines>();
const marksOfResolved = new WeakMap<AnalysedPart["resolved"], readonly Mark[]>();

/** The lines of a declaration; kept while its text stays the same. */
export function partLines(part: AnalysedPart): Lines {
  const known = linesOfParsed.get(part.parsed);
  if (known) return known;
  const lines = readLines(part.chunk.text);
  linesOfParsed.set(part.parsed, lines);
  return lines;
}

/** Marks of a declaration in order, offsets from its own start; kept while its text and what it names stay the same. */
export function partMarks(part: AnalysedPart, environment: Environment): readonly Mark[] {
  const known = marksOfResolved.get(part.resolved);
  if (known) return known;
  const marks = markLines(part, environment);
  marksOfResolved.set(part.resolved, marks);
  return marks;
}

function markLines(part: AnalysedPart, environment: Environment): readonly Mark[] {
  const { kind, lines, comments } = partLines(part);
  const uses = new Map(part.resolved.uses.map((use) => [use.span.start, use]));
  const head = lines[0]?.segments[1];
  const declared = head?.role === "declared name" ? nameKey(wordsText(head.tokens.flatMap(wordsOf))) : "";
  const reader: Reader = { kind, environment, uses, declared, list: null };
  let list: ListShape | null = null;
  const marks = lines.flatMap((line) => {
    const isEntry = kind === "example" && line.segments[0]?.role === "label";
    if (!isEntry) list = listNamed(line, environment);
    return markLine(line, isEntry ? { ...reader, list } : reader);
  });
  if (comments.length === 0) return marks;
  const remarks = comments.map((token): Mark => ({ kind: "comment", ...tokenSpan(token) }));
  return [...marks, ...remarks].toSorted((a, b) => a.start - b.start);
}

/** The list whose entries follow a line of an example in bullets. */
function listNamed({ segments: [first] }: Line, { names }: Environment): ListShape | null {
  if (first?.role !== "entry name") return null;
  const [name = []] = splitAtCommas(first.tokens.flatMap(wordsOf));
  const named = names.get(nameKey(wordsText(name)));
  return named?.kind === "list" ? named.list : null;
}

function markLine({ segments }: Line, reader: Reader): readonly Mark[] {
  return segments.flatMap((segment, index) => {
    const entered = segment.role === "entry value" ? segments[index - 1] : undefined;
    return segmentMarks(segment, reader, entered);
  });
}
