import type { Analyst, Use } from "../../worker/index.ts";
import { offsetAt, pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";

/** Shift+F12 finds every place in the set that names what the name at the caret names. */
export function addFindUses(
  editor: monaco.editor.IStandaloneCodeEditor,
  analyst: Analyst,
  found: (uses: readonly Use[]) => void,
): void {
  editor.addAction({
    id: "precept.uses",
    label: "Find where it is used",
    keybindings: [monaco.KeyMod.Shift | monaco.KeyCode.F12],
    contextMenuGroupId: "navigation",
    run: async () => {
      const model = editor.getModel();
      const position = editor.getPosition();
      if (model === null || position === null) return;
      const text = textOf(model);
      found(await analyst.language.uses({ path: pathOf(model), text }, offsetAt(model, position, text)));
    },
  });
}
