import type { CaseDocument, Statement } from "../../engine/values/index.ts";

/** `Opinion, Progress report 2014-04-09: “progressive neurological deficits”` */
export function statementSummary({ evidence }: Statement, documents: readonly CaseDocument[]): string {
  if (evidence === null) return "no evidence given";
  const document = documents.find(({ id }) => id === evidence.document);
  const where = [document?.title ?? evidence.document, evidence.date ?? document?.date ?? null]
    .filter((part) => part !== null)
    .join(" ");
  const head = [evidence.kind, where].filter((part) => part !== null && part !== "").join(", ");
  return evidence.quote === null ? head : `${head}: “${evidence.quote}”`;
}
