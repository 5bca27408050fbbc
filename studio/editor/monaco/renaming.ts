import type { Analyst } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { offsetAt, pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** F2 gives a declared name another one everywhere in the text, or says why not. */
export function registerRenaming(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerRenameProvider(guidelineLanguage, {
    resolveRenameLocation: async (model, position) => {
      const text = textOf(model);
      const target = await analyst.language.renameTarget(
        { path: pathOf(model), text },
        offsetAt(model, position, text),
      );
      if (target === null) return { text: "", range: nowhere, rejectReason: "No name that is declared here." };
      return { text: target.name, range: positionsIn(text).range(target.span) };
    },
    provideRenameEdits: async (model, position, newName) => {
      const text = textOf(model);
      const offset = offsetAt(model, position, text);
      const renaming = await analyst.language.rename({ path: pathOf(model), text }, offset, newName);
      if ("refused" in renaming) return { edits: [], rejectReason: renaming.refused };
      const positions = positionsIn(text);
      const edits = renaming.edits.map((edit) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: positions.range(edit.span), text: edit.text },
      }));
      return { edits };
    },
  });
}

const nowhere = { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 };
