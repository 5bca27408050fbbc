import type { Span } from "../source/index.ts";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";

/** A diagnostic before it is known in which file its text stands. */
export type Problem = Omit<Diagnostic, "file">;

export interface ProblemDetails {
  readonly severity?: Severity;
  readonly hint?: string;
  readonly fixes?: readonly Fix[];
  readonly labels?: Diagnostic["labels"];
}

export function problem(code: string, span: Span, message: string, details: ProblemDetails = {}): Problem {
  const { severity = "error", hint, fixes = [], labels = [] } = details;
  return {
    code,
    severity,
    message: shortened(message),
    span,
    labels,
    ...(hint === undefined ? {} : { hint: shortened(hint) }),
    fixes: fixes.map((fix) => ({ ...fix, title: cutShort(fix.title) })),
  };
}

/** A sentence stays one when what it quotes is a page long. */
const shortened = (sentence: string): string =>
  sentence.replaceAll(/`([^`]*)`/g, (_, quoted: string) => `\`${cutShort(quoted)}\``);

const longestQuote = 160;

const cutShort = (text: string): string => (text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text);

/** One replacement of the text at `span`. */
export function replace(title: string, span: Span, text: string, safe = false): Fix {
  return { title, safe, edits: [{ span, text }] };
}

/** The problem as a diagnostic of `file`, its spans moved by `offset`. */
export function inFile(found: Problem, file: string, offset: number): Diagnostic {
  const move = (span: Span): Span => ({ start: span.start + offset, end: span.end + offset });
  return {
    ...found,
    file,
    span: move(found.span),
    labels: found.labels.map((label) => ({ ...label, span: move(label.span) })),
    fixes: found.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: move(edit.span) })) })),
  };
}
