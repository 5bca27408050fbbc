import type { Analyst, Token } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

const kinds: readonly Token["kind"][] = [
  "keyword",
  "declaration",
  "name",
  "wording",
  "citation",
  "connective",
  "operator",
  "value",
  "number",
  "unit",
  "comment",
  "label",
];

/** Highlighting by meaning, worked out in the worker. */
export function registerHighlighting(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerDocumentSemanticTokensProvider(guidelineLanguage, {
    getLegend: () => ({ tokenTypes: [...kinds], tokenModifiers: [] }),
    provideDocumentSemanticTokens: async (model) => {
      const text = textOf(model);
      const tokens = await analyst.language.tokens({ path: pathOf(model), text });
      return { data: encode(text, tokens) };
    },
    releaseDocumentSemanticTokens: () => {},
  });
}

/**
 * A name that opens a line heads what follows, as a declaration does. The words after a declared name are its type, which
 * reads on in plain ink.
 */
function shownAs({ kind }: Token, column: number, afterDeclaration: boolean): Token["kind"] {
  if (kind === "name" && column === 1) return "declaration";
  return kind === "keyword" && afterDeclaration ? "operator" : kind;
}

/** Five numbers a token, relative to the one before: lines down, columns along, length, kind, no modifiers. */
function encode(text: string, tokens: readonly Token[]): Uint32Array {
  const positions = positionsIn(text);
  const data: number[] = [];
  let line = 1;
  let column = 1;
  let afterDeclaration = false;
  for (const token of tokens) {
    const start = positions.at(token.start);
    const end = positions.at(token.end);
    // A token over several lines (an unterminated string) is left to the colours by shape.
    if (start.lineNumber !== end.lineNumber) continue;
    const sameLine = start.lineNumber === line;
    afterDeclaration &&= sameLine;
    const along = sameLine ? start.column - column : start.column - 1;
    const kind = kinds.indexOf(shownAs(token, start.column, afterDeclaration));
    data.push(start.lineNumber - line, along, end.column - start.column, kind, 0);
    line = start.lineNumber;
    column = start.column;
    afterDeclaration ||= token.kind === "declaration";
  }
  return new Uint32Array(data);
}
