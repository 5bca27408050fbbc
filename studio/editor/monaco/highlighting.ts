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

/** A name that opens a line heads what follows, as a declaration does. */
function shownAs({ kind }: Token, start: monaco.Position): Token["kind"] {
  return kind === "name" && start.column === 1 ? "declaration" : kind;
}

/** Five numbers a token, relative to the one before: lines down, columns along, length, kind, no modifiers. */
function encode(text: string, tokens: readonly Token[]): Uint32Array {
  const positions = positionsIn(text);
  const data: number[] = [];
  let line = 1;
  let column = 1;
  for (const token of tokens) {
    const start = positions.at(token.start);
    const end = positions.at(token.end);
    // A token over several lines (an unterminated string) is left to the colours by shape.
    if (start.lineNumber !== end.lineNumber) continue;
    const along = start.lineNumber === line ? start.column - column : start.column - 1;
    data.push(start.lineNumber - line, along, end.column - start.column, kinds.indexOf(shownAs(token, start)), 0);
    line = start.lineNumber;
    column = start.column;
  }
  return new Uint32Array(data);
}
