import { type Diagnostic, lineStarts, positionAt } from "../../dsl/index.ts";
import { canonicalText } from "../digest/index.ts";

/** Why there is no answer, in `precept/refusal/1`. `file`, `line` and `column` (from 1) where something stands in a file. */
export interface Refusal {
  readonly message: string;
  readonly code?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** At least one of them. */
export function refusal(problems: readonly Refusal[]): string {
  return canonicalText({ schema: "precept/refusal/1", problems });
}

export const isError = ({ severity }: Diagnostic): boolean => severity === "error";

export function refusalOf({ message, code, file, span }: Diagnostic, text: string): Refusal {
  return { message, code, file, ...positionAt(lineStarts(text), span.start) };
}
