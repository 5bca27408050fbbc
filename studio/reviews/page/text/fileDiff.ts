import { diffLines, diffWordsWithSpace } from "diff";

/** Words that stand in one text or in both. */
export interface Piece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
  /** Where it stands in the newer text, in UTF-16 code units; of what was removed, where it would stand. */
  readonly offset: number;
}

/** One line, as far as what is added and removed can be laid into one. */
export type Line = readonly Piece[];

/** A declaration, or whatever begins at the edge of the page, with the lines that belong to it. */
export interface Block {
  readonly lines: readonly Line[];
  /** Whether more than empty lines is another. */
  readonly changed: boolean;
  /** In the newer text, to the end of its last line. */
  readonly start: number;
  readonly end: number;
}

/** Two versions of a text as one, declaration by declaration; `null`: there was, or is, no such file. */
export function fileDiff(before: string | null, now: string | null): readonly Block[] {
  const blocks: Line[][] = [];
  let last = "";
  for (const line of linesOf(pieces(before ?? "", now ?? ""))) {
    const text = line.map((piece) => piece.text).join("");
    const begins = /^\S/.test(text) && !last.startsWith("#");
    if (begins || blocks.length === 0) blocks.push([]);
    blocks.at(-1)?.push(line);
    last = text;
  }
  return blocks.map(blockOf);
}

function blockOf(lines: readonly Line[]): Block {
  const all = lines.flat();
  const start = all[0]?.offset ?? 0;
  const end = Math.max(
    start,
    ...all.map(({ kind, text, offset }) => (kind === "removed" ? offset : offset + text.length)),
  );
  return { lines, changed: all.some(({ kind, text }) => kind !== "same" && text.trim() !== ""), start, end };
}

function pieces(before: string, now: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const add = (kind: Piece["kind"], text: string) => {
    if (text !== "") found.push({ kind, text, offset: at });
    if (kind !== "removed") at += text.length;
  };
  const parts = diffLines(before, now);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const next = parts[index + 1];
    if (part === undefined) continue;
    if (part.removed && next?.added) {
      for (const { kind, text } of reworded(part.value, next.value)) add(kind, text);
      index += 1;
    } else add(part.added ? "added" : part.removed ? "removed" : "same", part.value);
  }
  return found;
}

type Said = Pick<Piece, "kind" | "text">;

/** Of what was there, so much at least stays where words are told apart; else one text takes the place of the other. */
const sharedAtLeast = 0.4;

function reworded(before: string, now: string): readonly Said[] {
  const words = diffWordsWithSpace(before, now).map(
    ({ value, added, removed }): Said => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }),
  );
  const length = (texts: readonly Said[]) => texts.reduce((sum, { text }) => sum + text.trim().length, 0);
  const shared = length(words.filter(({ kind }) => kind === "same"));
  const all = Math.max(1, Math.max(before.trim().length, now.trim().length));
  if (shared / all >= sharedAtLeast) return words;
  return [
    { kind: "removed", text: before },
    { kind: "added", text: now },
  ];
}

/** Cuts pieces at the ends of lines; an end of line that was added or removed ends a line too. */
function linesOf(all: readonly Piece[]): readonly Line[] {
  const lines: Piece[][] = [[]];
  for (const { kind, text, offset } of all) {
    let at = offset;
    for (const part of text.split(/(?<=\n)/)) {
      lines.at(-1)?.push({ kind, text: part, offset: at });
      if (kind !== "removed") at += part.length;
      if (part.endsWith("\n")) lines.push([]);
    }
  }
  return lines.filter((line) => line.length > 0);
}
