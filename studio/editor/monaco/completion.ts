import type { Analyst, Completion } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { offsetAt, pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

const kinds: Readonly<Record<Completion["kind"], monaco.languages.CompletionItemKind>> = {
  fact: monaco.languages.CompletionItemKind.Field,
  definition: monaco.languages.CompletionItemKind.Function,
  service: monaco.languages.CompletionItemKind.Class,
  operator: monaco.languages.CompletionItemKind.Operator,
  connective: monaco.languages.CompletionItemKind.Operator,
  value: monaco.languages.CompletionItemKind.Value,
  unit: monaco.languages.CompletionItemKind.Unit,
  type: monaco.languages.CompletionItemKind.TypeParameter,
  keyword: monaco.languages.CompletionItemKind.Keyword,
  snippet: monaco.languages.CompletionItemKind.Snippet,
};

/** Declared names and the language's words, at the caret. */
export function registerCompletion(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider(guidelineLanguage, {
    provideCompletionItems: async (model, position) => {
      const text = textOf(model);
      const positions = positionsIn(text);
      const offset = offsetAt(model, position, text);
      const found = await analyst.language.completions({ path: pathOf(model), text }, offset);
      // Asked anew with each letter, so that a name is offered no longer once it is typed in full.
      const open = found.filter((each) => text.slice(each.replace.start, each.replace.end) !== each.insert);
      const suggestions = open.map((each, index) => suggestion(each, positions.range(each.replace), index));
      return { suggestions, incomplete: true };
    },
  });
}

/** Best first, as the language says, not by letter. */
function suggestion(of: Completion, range: monaco.Range, index: number): monaco.languages.CompletionItem {
  return {
    label: of.label,
    insertText: of.insert,
    kind: kinds[of.kind],
    range,
    sortText: String(index).padStart(5, "0"),
    ...(of.detail === undefined ? {} : { detail: of.detail }),
    ...(of.documentation === undefined ? {} : { documentation: { value: of.documentation } }),
    ...(of.snippet === true ? { insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
  };
}
