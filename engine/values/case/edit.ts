import { isMap, type Document } from "yaml";
import { nameKey } from "../../../dsl/index.ts";
import type { CaseFact, CaseList, Expectation, Review } from "../case.ts";
import { factData, listData } from "./factData.ts";
import { readYaml } from "../yaml/index.ts";
import { parseCase } from "./parseCase.ts";
import { rewriteMap } from "./rewrite.ts";
import { replaceEntry } from "./splice.ts";
import { expectationData } from "./write.ts";

/** A change of a case made in a form, not in its text. Facts and services are named as in the case or guideline. */
export type CaseEdit =
  | { readonly kind: "title"; readonly title: string }
  /**
   * Everything the case says of a fact: of the record or, with `request`, of what the request at that index is `asked for`
   * with. Neither statements nor asked: the fact is removed, so that it was never asked.
   */
  | {
      readonly kind: "fact";
      readonly fact: Pick<CaseFact, "fact" | "statements" | "asked" | "remark">;
      readonly request?: number;
    }
  /** All entries of a repeated fact; `null`: the list is removed, so that it was never asked. */
  | { readonly kind: "list"; readonly list: string; readonly entries: Pick<CaseList, "complete" | "entries"> | null }
  /** The reviewer's own decision on the request at `index`; `null` takes it back. */
  | {
      readonly kind: "decision";
      readonly index: number;
      readonly decision: { readonly review: Review; readonly reason: string | null } | null;
    }
  /** What came out of the request at `index` in place of what it expects, and why nobody has named a source for that yet. */
  | { readonly kind: "accepted"; readonly index: number; readonly expect: TakenDown; readonly because: string }
  /** Who or what says what is expected of the request at `index`: from now on it is no answer of the engine any more. */
  | { readonly kind: "source"; readonly index: number; readonly source: string };

/** What a request comes out as, where a person would say what it should: without who says so. */
export type TakenDown = Omit<Expectation, "source" | "filledInBy" | "place">;

/**
 * The text of a case after an edit. Everything the edit does not speak of keeps its comments and its layout, character by
 * character, as long as the file is written in lines; a file in brackets (JSON) is laid out anew. Comments within what is
 * replaced stay above it. A text that cannot be read as YAML comes back as it is.
 */
export function editCase(text: string, edit: CaseEdit): string {
  if (readYaml({ name: "", text }).value === null) return text;
  const document = parseCase(text);
  if (!isMap(document.contents)) return text;
  switch (edit.kind) {
    case "title":
      return replaceEntry(text, document, [], "case", edit.title);
    case "fact":
      return editFact(text, document, edit);
    case "list":
      return editEntry(
        text,
        document,
        [],
        "facts",
        edit.list,
        edit.entries === null ? undefined : listData(edit.entries),
      );
    case "decision":
      return replaceEntry(text, document, ["requests", edit.index], "decision", decisionData(edit.decision));
    case "accepted":
      return rewriteMap(text, document, ["requests", edit.index], "expect", acceptedData(edit));
    case "source":
      return editSource(text, document, edit);
  }
}

function acceptedData({ expect, because }: Extract<CaseEdit, { kind: "accepted" }>): object {
  return expectationData({ ...expect, source: because, filledInBy: "engine" });
}

function editSource(text: string, document: Document.Parsed, edit: Extract<CaseEdit, { kind: "source" }>): string {
  const path = ["requests", edit.index, "expect"];
  if (!document.hasIn(path)) return text;
  const unmarked = replaceEntry(text, document, path, "filled in by", undefined);
  return replaceEntry(unmarked, parseCase(unmarked), path, "source", edit.source);
}

function editFact(text: string, document: Document.Parsed, edit: Extract<CaseEdit, { kind: "fact" }>): string {
  const { fact, request } = edit;
  return request === undefined
    ? editEntry(text, document, [], "facts", fact.fact, factData(fact))
    : editEntry(text, document, ["requests", request], "asked for", fact.fact, factData(fact));
}

/** The first fact brings its map with it, in lines; the last one taken back leaves no empty `asked for`. */
function editEntry(
  text: string,
  document: Document.Parsed,
  parent: Path,
  key: "facts" | "asked for",
  fact: string,
  data: unknown,
): string {
  const path = [...parent, key];
  const name = nameInFile(document, path, fact);
  const isThere = document.hasIn([...path, name]);
  const others = namesAt(document, path).filter((one) => one !== name);
  if (others.length > 0 || (isThere && data !== undefined)) return replaceEntry(text, document, path, name, data);
  if (!isThere && data === undefined) return text;
  const none = key === "facts" ? {} : undefined;
  return replaceEntry(text, document, parent, key, data === undefined ? none : { [name]: data });
}

type Path = readonly (string | number)[];

/** The name as the file spells it, so that an edit of `Strengthening programs` finds `strengthening program`. */
function nameInFile(document: Document, path: Path, fact: string): string {
  return namesAt(document, path).find((name) => nameKey(name) === nameKey(fact)) ?? fact;
}

function namesAt(document: Document, path: Path): readonly string[] {
  const facts = document.getIn(path);
  return isMap(facts) ? facts.items.map((pair) => String(pair.key)) : [];
}

function decisionData(decision: Extract<CaseEdit, { kind: "decision" }>["decision"]): unknown {
  if (decision === null) return undefined;
  return decision.reason === null ? { review: decision.review } : { review: decision.review, reason: decision.reason };
}
