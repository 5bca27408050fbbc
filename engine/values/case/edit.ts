import { isMap, parseDocument, type Document } from "yaml";
import { nameKey } from "../../../dsl/index.ts";
import type { CaseFact, Review } from "../case.ts";
import { factData } from "./factData.ts";
import { readYaml } from "../yaml/index.ts";
import { replaceEntry } from "./splice.ts";

/** A change of a case made in a form, not in its text. Facts and services are named as in the case or guideline. */
export type CaseEdit =
  | { readonly kind: "title"; readonly title: string }
  /** Everything the case says of a fact. Neither statements nor asked: the fact is removed, so that it was never asked. */
  | { readonly kind: "fact"; readonly fact: Pick<CaseFact, "fact" | "statements" | "asked" | "remark"> }
  /** The reviewer's own decision on the request at `index`; `null` takes it back. */
  | {
      readonly kind: "decision";
      readonly index: number;
      readonly decision: { readonly review: Review; readonly reason: string | null } | null;
    };

/**
 * The text of a case after an edit. Everything the edit does not speak of keeps its comments and its layout, character by
 * character, as long as the file is written in lines; a file in brackets (JSON) is laid out anew. Comments within what is
 * replaced stay above it. A text that cannot be read as YAML comes back as it is.
 */
export function editCase(text: string, edit: CaseEdit): string {
  if (readYaml({ name: "", text }).value === null) return text;
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: false, prettyErrors: false });
  if (!isMap(document.contents)) return text;
  switch (edit.kind) {
    case "title":
      return replaceEntry(text, document, [], "case", edit.title);
    case "fact":
      return replaceEntry(text, document, ["facts"], nameInFile(document, edit.fact.fact), factData(edit.fact));
    case "decision":
      return replaceEntry(text, document, ["requests", edit.index], "decision", decisionData(edit.decision));
  }
}

/** The name as the file spells it, so that an edit of `Strengthening programs` finds `strengthening program`. */
function nameInFile(document: Document, fact: string): string {
  const facts = document.getIn(["facts"]);
  const names = isMap(facts) ? facts.items.map((pair) => String(pair.key)) : [];
  return names.find((name) => nameKey(name) === nameKey(fact)) ?? fact;
}

function decisionData(decision: Extract<CaseEdit, { kind: "decision" }>["decision"]): unknown {
  if (decision === null) return undefined;
  return decision.reason === null ? { review: decision.review } : { review: decision.review, reason: decision.reason };
}
