import type { Diagnostic, Fix, Span } from "../../../dsl/index.ts";

/** What may be added to the sentence of a diagnostic. */
export interface Advice {
  readonly hint?: string;
  readonly fixes?: readonly Fix[];
  readonly labels?: Diagnostic["labels"];
}

/** An error in a YAML file, at its place. */
export function problem(file: string, code: string, span: Span, message: string, advice: Advice = {}): Diagnostic {
  return {
    code,
    severity: "error",
    message,
    file,
    span,
    labels: advice.labels ?? [],
    ...(advice.hint === undefined ? {} : { hint: advice.hint }),
    fixes: advice.fixes ?? [],
  };
}

/** A fix that puts `text` in the place of `span`. */
export function replacement(span: Span, text: string, safe: boolean): Fix {
  return { title: `Change it to \`${text}\``, safe, edits: [{ span, text }] };
}

/** `a`, `a and b`, `a, b and c`, each in backticks. */
export function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  const last = quoted.at(-1) ?? "";
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} and ${last}`;
}
