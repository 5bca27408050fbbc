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
  const starts = [...text.matchAll(beginsDeclaration)].map((match) => match.index);
  if (starts.length === 0) return text.trim() === "" ? [] : [{ start: 0, text }];
  return starts.map((start, index) => {
    const from = index === 0 ? 0 : start;
    return { start: from, text: text.slice(from, starts[index + 1] ?? text.length) };
  });
}

const beginsDeclaration =
  /^(?:(?<![\s\S])\ufeff)?(?!(?:AND|OR|UNLESS|NOT)[\s(])(?!(?:[-–—•*·▪◦‣\uf0b7o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t\u00a0])[^\s#()\ufeff"“„”,;:]/gmu;
