import type { Span } from "../source/index.ts";

export type Severity = "error" | "warning" | "hint";

/** A change of text that answers a diagnostic. `safe` fixes keep or restore the evident meaning and may be applied unseen. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Anything said about the text of a guideline or case.
 * `message` is one sentence in the reader's words, with the reader's own text in backticks.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  readonly labels: readonly { readonly span: Span; readonly text: string }[];
  readonly hint?: string;
  readonly fixes: readonly Fix[];
}
