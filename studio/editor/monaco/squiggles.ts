import type { Analyst } from "../../worker/index.ts";
import { marker } from "./fixes.ts";
import { pathOf } from "./models.ts";
import { monaco } from "./monaco.ts";

const owner = "precept";

/** Underlines what there is to say about the model's text, anew after every analysis. */
export function showSquiggles(model: monaco.editor.ITextModel, analyst: Analyst): monaco.IDisposable {
  let drawn: unknown = null;
  const draw = () => {
    const { analysis, files } = analyst.state.get();
    const text = files[pathOf(model)]?.text;
    if (analysis === null || text === undefined || drawn === analysis.diagnostics) return;
    drawn = analysis.diagnostics;
    const own = analysis.diagnostics.filter((diagnostic) => diagnostic.file === pathOf(model));
    monaco.editor.setModelMarkers(
      model,
      owner,
      own.map((diagnostic) => marker(diagnostic, text)),
    );
  };
  draw();
  const forget = analyst.state.subscribe(draw);
  return {
    dispose: () => {
      forget();
      if (!model.isDisposed()) monaco.editor.setModelMarkers(model, owner, []);
    },
  };
}
