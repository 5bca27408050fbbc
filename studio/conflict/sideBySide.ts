import { diffLines } from "diff";

/** One row of two texts laid side by side; `null` where a text has no line. */
export interface Row {
  readonly key: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly differs: boolean;
}

/** Lays two texts side by side, equal lines level with each other. */
export function sideBySide(mine: string, theirs: string): readonly Row[] {
  const rows: Row[] = [];
  const pair = (left: readonly string[], right: readonly string[], differs: boolean) => {
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      rows.push({ key: `${rows.length}`, mine: left[index] ?? null, theirs: right[index] ?? null, differs });
    }
  };
  let waiting: readonly string[] = [];
  for (const part of diffLines(mine, theirs)) {
    const lines = part.value.replace(/\n$/, "").split("\n");
    if (part.removed) waiting = lines;
    else if (part.added) {
      pair(waiting, lines, true);
      waiting = [];
    } else {
      pair(waiting, [], true);
      waiting = [];
      pair(lines, lines, false);
    }
  }
  pair(waiting, [], true);
  return rows;
}
