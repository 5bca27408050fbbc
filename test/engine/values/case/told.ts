import type { Diagnostic, Span } from "../../../../dsl/index.ts";

/** Diagnostics as a reader would be told them, for golden files: where, what, the text pointed at, hint and fixes. */
export function told(text: string, diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((one) => tellOne(text, one)).join("\n");
}

function tellOne(text: string, { code, message, span, hint, labels, fixes }: Diagnostic): string {
  const lines = [
    `${code} at ${place(text, span)}: ${message}`,
    ...labels.map((label) => `  ${label.text}: ${place(text, label.span)}`),
    ...(hint === undefined ? [] : [`  ${hint}`]),
    ...fixes.map((fix) => `  fix${fix.safe ? " (safe)" : ""}: ${fix.title}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** `3:8 «2014-05-14»` */
function place(text: string, { start, end }: Span): string {
  const before = text.slice(0, start).split("\n");
  const pointed = text.slice(start, end).replaceAll("\n", "⏎");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} «${pointed}»`;
}
