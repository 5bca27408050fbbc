import type { Analyses, PlacedOccurrence } from "../../dsl/index.ts";
import type { Use } from "./protocol.ts";

/** The places with the lines they stand in, file by file in the order of the set. */
export function usesOf(analyses: Analyses, places: readonly PlacedOccurrence[]): readonly Use[] {
  return places.map(({ file, span, declares }) => {
    const text = analyses.get(file)?.source.text ?? "";
    const from = text.lastIndexOf("\n", span.start - 1) + 1;
    const end = text.indexOf("\n", span.end);
    return {
      file,
      span,
      declares,
      line: text.slice(0, span.start).split("\n").length,
      name: text.slice(span.start, span.end),
      before: text.slice(from, span.start).trimStart(),
      after: text.slice(span.end, end < 0 ? text.length : end).trimEnd(),
    };
  });
}
