import { lineStarts, positionAt } from "../../dsl/source/index.ts";
import type { Diagnostic } from "../../dsl/index.ts";

/** A diagnostic with its place counted as editors count, lines and columns from 1. */
export interface Placed extends Diagnostic {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Counts the places of diagnostics in the texts they are about, by file name. */
export function place(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): readonly Placed[] {
  const starts = new Map([...texts].map(([file, text]) => [file, lineStarts(text)]));
  return diagnostics.map((diagnostic) => {
    const lines = starts.get(diagnostic.file) ?? [0];
    const from = positionAt(lines, diagnostic.span.start);
    const to = positionAt(lines, diagnostic.span.end);
    return { ...diagnostic, ...from, endLine: to.line, endColumn: to.column };
  });
}
