import { join } from "node:path";
import { lineStarts, positionAt, type Span } from "../../dsl/index.ts";
import type { GuidelineSet } from "../../engine/set/index.ts";

/** Where something stands, for people and machines: the path as the person calls it, line and column from 1. */
export interface PlaceInSet {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Turns places of a set into those. `shown`: the folder of the set. */
export function placesInSet({ readings }: GuidelineSet, shown: string): (file: string, span: Span) => PlaceInSet {
  const starts = new Map<string, readonly number[]>();
  return (file, { start }) => {
    const known = starts.get(file) ?? lineStarts(readings.get(file)?.text ?? "");
    starts.set(file, known);
    return { file: join(shown, file), ...positionAt(known, start) };
  };
}
