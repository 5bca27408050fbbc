/** One declaration's own text and where it stands in the file. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
}

/**
 * Cuts a file at the lines that begin a declaration: those with a word at the margin. Blank lines, comments, bullets,
 * closing brackets and leading connectives at the margin go with what stands above them; what stands above the first
 * declaration goes with it.
 */
export function cut(text: string): readonly Chunk[] {
  return [...chunksOf(text)];
}

/** The same, one after the other: of a long file often only the first is wanted. */
export function* chunksOf(text: string): Generator<Chunk> {
  let start: number | null = null;
  for (const { index } of text.matchAll(beginsDeclaration)) {
    if (start !== null) yield { start, text: text.slice(start, index) };
    start = start === null ? 0 : index;
  }
  if (start !== null || text.trim() !== "") yield { start: start ?? 0, text: text.slice(start ?? 0) };
}

const beginsDeclaration =
  /^(?:(?<![\s\S])\ufeff)?(?!(?:AND|OR|UNLESS|NOT)[\s(])(?!(?:[-–—•*·▪◦‣\uf0b7o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t\u00a0])[^\s#()\ufeff"“„”,;:]/gmu;
