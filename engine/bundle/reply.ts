import { type Diagnostic, lineStarts, positionAt } from "../../dsl/index.ts";
import { canonicalText } from "../digest/index.ts";
import type { Undeclared } from "../values/reduce/index.ts";

/** Why there is no answer, in `precept/refusal/1`. `file`, `line` and `column` (from 1) where something stands in a file. */
export interface Refusal {
  readonly message: string;
  readonly code?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly hint?: string;
}

/**
 * At least one problem. `unknown`: what a case states that the set does not declare, as `leaveOut` takes it, and what of the
 * set it may be misspelt for; `null`: nothing is like it.
 */
export function refusal(problems: readonly Refusal[], unknown: readonly Undeclared[] = []): string {
  const names = unknown.map(({ name, near }) => ({ name, near }));
  return canonicalText({ schema: "precept/refusal/1", problems, ...(names.length === 0 ? {} : { unknown: names }) });
}

export const isError = ({ severity }: Diagnostic): boolean => severity === "error";

export function refusalOf({ message, code, file, span, hint }: Diagnostic, text: string): Refusal {
  return { message, code, file, ...positionAt(lineStarts(text), span.start), ...(hint ? { hint } : {}) };
}
