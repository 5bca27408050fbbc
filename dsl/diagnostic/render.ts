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
  const { own, before } = lineAt(text, starts, line, column);
  const margin = column - before;
  const gutter = " ".repeat(String(line).length);
  const heading = `${paint.bad(`${diagnostic.severity} ${diagnostic.code}`)}: ${paint.strong(diagnostic.message)}`;
  return [
    heading,
    paint.soft(`  ${diagnostic.file}:${line}:${column}`),
    `  ${paint.soft(`${line} |`)} ${own.replaceAll("\t", " ")}`,
    `  ${paint.soft(`${gutter} |`)} ${" ".repeat(margin - 1)}${paint.bad("^".repeat(widthOf(diagnostic.span, margin, own)))}`,
    ...(diagnostic.hint === undefined ? [] : [`  ${diagnostic.hint}`]),
    ...diagnostic.fixes.map((fix) => `  - ${fix.title}`),
  ].join("\n");
}

/** Of a longer line so much is shown, from a little before the place. */
const MOST = 200;
const BEFORE = 80;

/** The line, or the part of it around the column; `before`: by how many columns what is shown begins later. */
function lineAt(text: string, starts: readonly number[], line: number, column: number) {
  const start = starts[line - 1] ?? 0;
  const end = starts[line] ?? text.length;
  const whole = text.slice(start, end).replace(/[\r\n]+$/, "");
  if (column <= MOST) return { own: whole.length > MOST ? `${whole.slice(0, MOST)}…` : whole, before: 0 };
  const from = column - 1 - BEFORE;
  const rest = whole.slice(from, from + MOST);
  return { own: `…${rest}${from + MOST < whole.length ? "…" : ""}`, before: from - 1 };
}

function widthOf({ start, end }: Span, column: number, line: string): number {
  return Math.max(1, Math.min(end - start, line.length - column + 1));
}
