import type { Relayout } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { offsetAt, pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** The other layout of the criterion at the cursor, offered by Ctrl+. besides the fixes. */
export function registerLayouts(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerCodeActionProvider(guidelineLanguage, {
    provideCodeActions: async (model, range) => {
      const text = textOf(model);
      const offset = offsetAt(model, range.getStartPosition(), text);
      const found = await analyst.language.relayouts({ path: pathOf(model), text }, offset);
      return { actions: found.map((each) => action(model, text, each)), dispose: () => {} };
    },
  });
}

function action(
  model: monaco.editor.ITextModel,
  text: string,
  { title, edits }: Relayout,
): monaco.languages.CodeAction {
  const positions = positionsIn(text);
  return {
    title,
    kind: "refactor.rewrite",
    edit: {
      edits: edits.map((edit) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: positions.range(edit.span), text: edit.text },
      })),
    },
  };
}
