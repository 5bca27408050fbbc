import type { FactType } from "../../dsl/index.ts";
import type { Evidence, StatedValue, Statement } from "../../engine/values/index.ts";

export const noEvidence: Evidence = { kind: null, document: null, date: null, author: null, page: null, quote: null };

/** What a fact says first when it turns documented: the first value of its type, evidence to be filled in. */
export function firstStatement(type: FactType | null): Statement {
  return { value: firstValue(type), evidence: null };
}

function firstValue(type: FactType | null): StatedValue {
  if (type?.kind === "treatment trial")
    return { kind: "trial", response: "failed", duration: null, from: null, to: null };
  if (type?.kind === "yes or no") return { kind: "text", text: "yes" };
  if (type?.kind === "one of") return { kind: "text", text: type.options[0] ?? "" };
  if (type?.kind === "scale") return { kind: "text", text: type.grades.at(-1) ?? "" };
  return { kind: "text", text: "" };
}

/** What a form shows of a value that is not said; one object a kind, so that it stays the same between two renders. */
export function unsaidValue(type: FactType | null): StatedValue {
  return type?.kind === "treatment trial" ? unsaidTrial : unsaidText;
}

const unsaidTrial: StatedValue = { kind: "trial", response: null, duration: null, from: null, to: null };
const unsaidText: StatedValue = { kind: "text", text: "" };

/** False while a value is still to be typed; it is not yet written into the case. */
export function hasValue(value: StatedValue): boolean {
  if (value.kind === "text") return value.text.trim() !== "";
  if (value.kind === "born") return value.date !== "";
  if (value.kind === "interval") return value.from !== null || value.to !== null;
  return value.response !== null || value.duration !== null || value.from !== null || value.to !== null;
}
