import { type StructuredPatchHunk, structuredPatch } from "diff";
import type { SetFile } from "../../../engine/set/index.ts";
import type { FileDiff } from "../../protocol/index.ts";

/** Lines that are shown of one file, and of all files together. */
const mostLines = 2_000;
const mostLinesInAll = 20_000;
/** Lines that two texts may differ in before what they have in common is no longer looked for. */
const mostEdits = 2_000;

/** What differs between the files of two versions, in the order of their paths. */
export function fileDiffs(before: readonly SetFile[], now: readonly SetFile[]): readonly FileDiff[] {
  const earlier = new Map(before.map(({ path, text }) => [path, text]));
  const later = new Map(now.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...earlier.keys(), ...later.keys()])].toSorted();
  let left = mostLinesInAll;
  return paths.flatMap((path) => {
    const [old, young] = [earlier.get(path), later.get(path)];
    if (old === young) return [];
    const change = old === undefined ? "added" : young === undefined ? "removed" : "changed";
    const diff = { path, change, ...diffOf(old ?? "", young ?? "", Math.min(mostLines, left)) } as const;
    left -= diff.hunks.reduce((sum, hunk) => sum + hunk.length, 0);
    return [diff];
  });
}

type Diff = Omit<FileDiff, "path" | "change">;

function diffOf(before: string, now: string, most: number): Diff {
  const hunks = before === "" || now === "" ? [wholeLines(before, now)] : hunksOf(before, now);
  if (hunks === null) return { added: linesOf(now).length, removed: linesOf(before).length, hunks: [], cut: true };
  const lines = hunks.flat();
  const { kept, cut } = firstLines(hunks, most);
  const added = lines.filter((line) => line.before === null).length;
  const removed = lines.filter((line) => line.now === null).length;
  return { added, removed, hunks: kept, cut };
}

/** `null`: they differ in more than is worth looking for. */
function hunksOf(before: string, now: string): readonly Hunk[] | null {
  const patch = structuredPatch("", "", before, now, "", "", { context: 3, maxEditLength: mostEdits });
  return patch?.hunks.map(hunkLines) ?? null;
}

/** One of the two is empty. */
function wholeLines(before: string, now: string): Hunk {
  return [
    ...linesOf(before).map((text, at) => ({ before: at + 1, now: null, text })),
    ...linesOf(now).map((text, at) => ({ before: null, now: at + 1, text })),
  ];
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

type Hunk = FileDiff["hunks"][number];

function hunkLines({ oldStart, newStart, lines }: StructuredPatchHunk): Hunk {
  let [old, young] = [oldStart, newStart];
  // `\ No newline at end of file` is no line.
  return lines.flatMap((line) => {
    const [sign, text] = [line[0], line.slice(1)];
    if (sign === "\\") return [];
    return [{ before: sign === "+" ? null : old++, now: sign === "-" ? null : young++, text }];
  });
}

function firstLines(hunks: readonly Hunk[], most: number): { readonly kept: Hunk[]; readonly cut: boolean } {
  const kept: Hunk[] = [];
  let left = most;
  for (const hunk of hunks) {
    if (left <= 0) return { kept, cut: true };
    kept.push(hunk.slice(0, left));
    left -= hunk.length;
  }
  return { kept, cut: left < 0 };
}
