import type { NotDocumentedReason } from "../information.ts";

/** The reasons of a column, a byte a row; 0 is none. */
const reasons = [
  null,
  "never asked",
  "asked and unknown",
  "weaker evidence",
  "too old",
  "conflicting",
  "imprecise",
  "incomplete",
] as const satisfies readonly (NotDocumentedReason | null)[];

export function reasonCode(reason: NotDocumentedReason | null): number {
  return reasons.indexOf(reason);
}

export function reasonOf(code: number): NotDocumentedReason | null {
  const reason = reasons[code];
  if (reason === undefined) throw new Error(`No reason has the code ${code}`);
  return reason;
}
