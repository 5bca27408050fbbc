import type { Diagnostic } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
import { placedIn, type Prover } from "../../worker/proof/index.ts";
import { marker } from "./fixes.ts";
import { pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";

/** Of the text itself, and of what was found in its meaning. */
const owners = { text: "precept", meaning: "precept proofs" } as const;

/** Underlines what there is to say about the model's text, anew after every analysis and every proof. */
export function showSquiggles(model: monaco.editor.ITextModel, analyst: Analyst, prover: Prover): monaco.IDisposable {
  const parts = [showText(model, analyst), showMeaning(model, prover)];
  return {
    dispose: () => {
      for (const forget of parts) forget();
      for (const owner of Object.values(owners)) underline(model, owner, [], "");
    },
  };
}

function showText(model: monaco.editor.ITextModel, analyst: Analyst): () => void {
  let drawn: unknown = null;
  const draw = () => {
    const { analysis, files } = analyst.state.get();
    const text = files[pathOf(model)]?.text;
    if (analysis === null || text === undefined || drawn === analysis.diagnostics) return;
    drawn = analysis.diagnostics;
    underline(
      model,
      owners.text,
      analysis.diagnostics.filter(({ file }) => file === pathOf(model)),
      text,
    );
  };
  draw();
  return analyst.state.subscribe(draw);
}

/** While the text is typed in, Monaco moves the squiggles with it, until the newer text is proved. */
function showMeaning(model: monaco.editor.ITextModel, prover: Prover): () => void {
  let drawn: unknown = null;
  const draw = () => {
    const board = prover.state.get().proofs.boards[pathOf(model)];
    if (drawn === board) return;
    drawn = board;
    const text = textOf(model);
    underline(
      model,
      owners.meaning,
      placedIn(board, text).map(({ diagnostic }) => diagnostic),
      text,
    );
  };
  draw();
  return prover.state.subscribe(draw);
}

function underline(
  model: monaco.editor.ITextModel,
  owner: string,
  diagnostics: readonly Diagnostic[],
  text: string,
): void {
  if (model.isDisposed()) return;
  monaco.editor.setModelMarkers(
    model,
    owner,
    diagnostics.map((diagnostic) => marker(diagnostic, text)),
  );
}
