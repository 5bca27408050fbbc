import type { Workspace } from "../../store/index.ts";
import { languageOf } from "./language.ts";
import { monaco } from "./monaco.ts";

const scheme = "precept";

function uriOf(set: string, path: string): monaco.Uri {
  return monaco.Uri.from({ scheme, authority: set, path: `/${path}` });
}

export function pathOf(model: monaco.editor.ITextModel): string {
  return model.uri.path.slice(1);
}

/** The text as it is kept and saved: with its byte order mark, if it has one. */
export function textOf(model: monaco.editor.ITextModel): string {
  return model.getValue(monaco.editor.EndOfLinePreference.TextDefined, true);
}

/** The caret as an offset into the text as kept, byte order mark and all. */
export function offsetAt(model: monaco.editor.ITextModel, position: monaco.IPosition, text: string): number {
  return model.getOffsetAt(position) + (text.startsWith("\uFEFF") ? 1 : 0);
}

/** One Monaco model a file, made when first shown, so that each keeps its own undo. Texts run both ways. */
export interface Models {
  readonly of: (path: string) => monaco.editor.ITextModel;
  readonly dispose: () => void;
}

export function openModels(workspace: Workspace): Models {
  const models = new Map<string, monaco.editor.ITextModel>();
  let taking = false;

  const open = (path: string) => {
    const text = workspace.state.get().files[path]?.text ?? "";
    const uri = uriOf(workspace.set, path);
    monaco.editor.getModel(uri)?.dispose();
    const model = monaco.editor.createModel(text, languageOf(path), uri);
    model.onDidChangeContent(() => {
      if (!taking) workspace.edit(path, textOf(model));
    });
    models.set(path, model);
    return model;
  };
  const forget = workspace.state.subscribe(() => {
    const { files } = workspace.state.get();
    for (const [path, model] of models) {
      const text = files[path]?.text;
      if (text === undefined || text === textOf(model)) continue;
      taking = true;
      takeText(model, text);
      taking = false;
    }
  });
  return {
    of: (path) => models.get(path) ?? open(path),
    dispose: () => {
      forget();
      for (const model of models.values()) model.dispose();
    },
  };
}

/** Brings a model to a text that came from outside (a form, somebody else), as one step that Ctrl+Z undoes. */
function takeText(model: monaco.editor.ITextModel, text: string): void {
  const plain = text.replace(/^\uFEFF/, "");
  model.pushStackElement();
  model.pushEditOperations([], [changedPart(model, plain)], () => null);
  model.pushStackElement();
}

/** The one replacement between the first and the last character that differ, so that the caret stays where it is. */
function changedPart(model: monaco.editor.ITextModel, text: string): monaco.editor.IIdentifiedSingleEditOperation {
  const before = model.getValue();
  const shortest = Math.min(before.length, text.length);
  let start = 0;
  while (start < shortest && before[start] === text[start]) start += 1;
  let same = 0;
  while (same < shortest - start && before[before.length - 1 - same] === text[text.length - 1 - same]) same += 1;
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(before.length - same));
  return { range, text: text.slice(start, text.length - same) };
}
