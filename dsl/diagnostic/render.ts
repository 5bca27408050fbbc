import { lineStarts, positionAt, type Span } from "../source/index.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** How a diagnostic reads on a terminal: where it is, the reader's own line, what is true, and what to do. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly soft: (text: string) => string;
}

const plainPaint: Paint = { strong: (text) => text, bad: (text) => text, soft: (text) => text };

/**
 * ```text
 * error E0203: `or` stands between two criteria, so it is not clear whether it joins them.
 *   neck.guideline:27:26
 *   27 | imaging if failed strengthening or pre-invasive clarification
 *      |                                 ^^
 *   In capitals it does. ...
 *   - Write OR
 * ```
 */
export function render(diagnostic: Diagnostic, text: string, paint: Paint = plainPaint): string {
  const starts = lineStarts(text);
  const { line, column } = positionAt(starts, diagnostic.span.start);
  const own = lineAt(text, starts, line);
  const gutter = " ".repeat(String(line).length);
  const heading = `${paint.bad(`${diagnostic.severity} ${diagnostic.code}`)}: ${paint.strong(diagnostic.message)}`;
  return [
    heading,
    paint.soft(`  ${diagnostic.file}:${line}:${column}`),
    `  ${paint.soft(`${line} |`)} ${own.replaceAll("\t", " ")}`,
    `  ${paint.soft(`${gutter} |`)} ${" ".repeat(column - 1)}${paint.bad("^".repeat(widthOf(diagnostic.span, column, own)))}`,
    ...(diagnostic.hint === undefined ? [] : [`  ${diagnostic.hint}`]),
    ...diagnostic.fixes.map((fix) => `  - ${fix.title}`),
  ].join("\n");
}

function lineAt(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1] ?? 0;
  const end = starts[line] ?? text.length;
  const own = text.slice(start, end).replace(/[\r\n]+$/, "");
  return own.length > 200 ? `${own.slice(0, 200)}…` : own;
}

function widthOf({ start, end }: Span, column: number, line: string): number {
  return Math.max(1, Math.min(end - start, line.length - column + 1));
}
