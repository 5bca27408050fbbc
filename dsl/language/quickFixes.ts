import type { Diagnostic, Fix } from "../diagnostic/index.ts";
import type { Analysis } from "../semantics/index.ts";
import type { Span } from "../source/index.ts";

export interface QuickFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** The fixes of every diagnostic that `span` touches. */
export function quickFixes(analysis: Analysis, span: Span): readonly QuickFix[] {
  return analysis.diagnostics
    .filter((diagnostic) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end)
    .flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ diagnostic, fix })));
}
