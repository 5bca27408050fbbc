import type { Analyst, CompletionView } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

const kinds: Readonly<Record<CompletionView["kind"], monaco.languages.CompletionItemKind>> = {
  fact: monaco.languages.CompletionItemKind.Field,
  criterion: monaco.languages.CompletionItemKind.Function,
  service: monaco.languages.CompletionItemKind.Class,
  value: monaco.languages.CompletionItemKind.Value,
  keyword: monaco.languages.CompletionItemKind.Keyword,
};

/** Declared names and the language's words, at the caret. */
export function registerCompletion(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider(guidelineLanguage, {
    provideCompletionItems: async (model, position) => {
      const text = textOf(model);
      const positions = positionsIn(text);
      const offset = model.getOffsetAt(position) + (text.startsWith("\uFEFF") ? 1 : 0);
      const found = await analyst.language.completions({ path: pathOf(model), text }, offset);
      return { suggestions: found.map((each) => suggestion(each, positions.range(each))) };
    },
  });
}

function suggestion(of: CompletionView, range: monaco.Range): monaco.languages.CompletionItem {
  return { label: of.label, detail: of.detail, insertText: of.insert, kind: kinds[of.kind], range };
}
