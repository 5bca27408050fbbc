import { lineStarts, positionAt, type Span } from "../../dsl/index.ts";
import type { GuidelineSet } from "./guidelineSet.ts";

/** Where something stands, for people and machines: a file, line and column from 1. */
export interface PlaceInSet {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Turns places of a set into those. `shown`: what a file of it is called. */
export function placesInSet(
  { readings }: GuidelineSet,
  shown: (file: string) => string = (file) => file,
): (file: string, span: Span) => PlaceInSet {
  const starts = new Map<string, readonly number[]>();
  return (file, { start }) => {
    const known = starts.get(file) ?? lineStarts(readings.get(file)?.text ?? "");
    starts.set(file, known);
    return { file: shown(file), ...positionAt(known, start) };
  };
}
