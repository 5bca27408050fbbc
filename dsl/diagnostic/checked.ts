import type { Diagnostic } from "./diagnostic.ts";

/** A value and everything there is to say about the text it came from. Analysing text never throws. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
