import type { TextEdit } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
import { undoTogether } from "./jointUndo.ts";
import { guidelineLanguage } from "./language.ts";
import { type Models, offsetAt, pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** F2 gives a declared name another one in every file of the set that uses it, or says why not. */
export function registerRenaming(analyst: Analyst, models: Models): monaco.IDisposable {
  return monaco.languages.registerRenameProvider(guidelineLanguage, {
    resolveRenameLocation: async (model, position) => {
      const text = textOf(model);
      const target = await analyst.language.renameTarget(
        { path: pathOf(model), text },
        offsetAt(model, position, text),
      );
      if (target === null) return { text: "", range: nowhere, rejectReason: "No name that is declared in this set." };
      return { text: target.name, range: positionsIn(text).range(target.span) };
    },
    provideRenameEdits: async (model, position, newName) => {
      const text = textOf(model);
      const offset = offsetAt(model, position, text);
      const renaming = await analyst.language.rename({ path: pathOf(model), text }, offset, newName);
      if ("refused" in renaming) return { edits: [], rejectReason: renaming.refused };
      // What Ctrl+Z takes back in one file it takes back in all.
      undoTogether(renaming.files.map(({ file }) => models.of(file)));
      return { edits: renaming.files.flatMap(({ file, edits }) => editsOf(models.of(file), edits)) };
    },
  });
}

/** A file that was never shown gets its model here, so that the change can be undone there, too. */
function editsOf(model: monaco.editor.ITextModel, edits: readonly TextEdit[]): monaco.languages.IWorkspaceTextEdit[] {
  const positions = positionsIn(textOf(model));
  return edits.map(({ span, text }) => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: positions.range(span), text },
  }));
}

const nowhere = { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 };
