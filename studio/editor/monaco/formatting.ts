import type { Analyst } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";

/** Shift+Alt+F lays the whole text out. */
export function registerFormatting(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerDocumentFormattingEditProvider(guidelineLanguage, {
    provideDocumentFormattingEdits: async (model) => {
      const text = await analyst.language.format({ path: pathOf(model), text: textOf(model) });
      return [{ range: model.getFullModelRange(), text }];
    },
  });
}
