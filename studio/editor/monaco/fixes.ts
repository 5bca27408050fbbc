import type { Diagnostic, Fix } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
import { placedIn, type Prover } from "../../worker/proof/index.ts";
import { guidelineLanguage } from "./language.ts";
import { pathOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** The fixes of a diagnostic, offered by the light bulb and Ctrl+. */
export function registerFixes(analyst: Analyst, prover: Prover): monaco.IDisposable {
  return monaco.languages.registerCodeActionProvider([guidelineLanguage, "yaml"], {
    provideCodeActions: async (model, range) => {
      const { analysis, files } = await analyst.settled();
      const path = pathOf(model);
      const text = files[path]?.text;
      if (text === undefined || analysis === null) return empty;
      const positions = positionsIn(text);
      const found = placedIn(prover.state.get().proofs.boards[path], text).map(({ diagnostic }) => diagnostic);
      const here = [...analysis.diagnostics, ...found].filter(
        (each) => each.file === path && monaco.Range.areIntersectingOrTouching(positions.range(each.span), range),
      );
      return {
        actions: here.flatMap((each) => each.fixes.map((fix) => action(model, text, each, fix))),
        dispose: () => {},
      };
    },
  });
}

const empty: monaco.languages.CodeActionList = { actions: [], dispose: () => {} };

function action(model: monaco.editor.ITextModel, text: string, of: Diagnostic, fix: Fix): monaco.languages.CodeAction {
  const positions = positionsIn(text);
  const edits = fix.edits.map((edit) => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: positions.range(edit.span), text: edit.text },
  }));
  return {
    title: fix.title,
    kind: "quickfix",
    isPreferred: fix.safe,
    diagnostics: [marker(of, text)],
    edit: { edits },
  };
}

/** Writes a fix into the open text, as one step that Ctrl+Z undoes. */
export function applyFix(editor: monaco.editor.ICodeEditor, text: string, fix: Fix): void {
  const positions = positionsIn(text);
  const edits = fix.edits.map((edit) => ({ range: positions.range(edit.span), text: edit.text }));
  editor.pushUndoStop();
  editor.executeEdits("fix", edits);
  editor.pushUndoStop();
  editor.focus();
}

const severities: Readonly<Record<Diagnostic["severity"], monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
};

/** A diagnostic as Monaco underlines it. */
export function marker(of: Diagnostic, text: string): monaco.editor.IMarkerData {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = positionsIn(text).range(of.span);
  return {
    severity: severities[of.severity],
    code: of.code,
    message: of.hint === undefined ? of.message : `${of.message}\n${of.hint}`,
    startLineNumber,
    startColumn,
    endLineNumber,
    // An empty span still shows one squiggle.
    endColumn: startLineNumber === endLineNumber ? Math.max(endColumn, startColumn + 1) : endColumn,
  };
}
