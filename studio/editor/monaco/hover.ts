import type { Span } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { offsetAt, pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** What a declared name means, where the pointer rests or at the caret. */
export function registerHover(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerHoverProvider(guidelineLanguage, {
    provideHover: async (model, position) => {
      const text = textOf(model);
      const offset = offsetAt(model, position, text);
      const found = await analyst.language.hover({ path: pathOf(model), text }, offset);
      if (found === null) return null;
      return { range: positionsIn(text).range(found.span), contents: [{ value: found.markdown }] };
    },
  });
}

/** F12 goes to the declaration of the name at the caret, in whichever file of the set it stands. */
export function addGoToDeclaration(
  editor: monaco.editor.IStandaloneCodeEditor,
  analyst: Analyst,
  openAt: (file: string, span: Span) => void,
): void {
  editor.addAction({
    id: "precept.declaration",
    label: "Go to the declaration",
    keybindings: [monaco.KeyCode.F12],
    contextMenuGroupId: "navigation",
    run: async () => {
      const model = editor.getModel();
      const position = editor.getPosition();
      if (model === null || position === null) return;
      const text = textOf(model);
      const found = await analyst.language.definition({ path: pathOf(model), text }, offsetAt(model, position, text));
      if (found === null) return;
      if (found.file !== pathOf(model)) return openAt(found.file, found.span);
      const range = positionsIn(text).range(found.span);
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
    },
  });
}
