import type { Diagnostic, Span } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
import { type PlacedDiagnostic, placedIn, type Prover } from "../../worker/proof/index.ts";
import { applyFix } from "./fixes.ts";
import { pathOf } from "./models.ts";
import type { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";
import { drawPanel } from "./teachingPanel.ts";
import { createZone } from "./zone.ts";

/** Milliseconds of quiet before the panel opens, so that it does not jump about under half a word. */
const quiet = 350;

/** Under the line the caret is on: what is wrong there, why, and the fixes as links. */
export function teachInPlace(
  editor: monaco.editor.IStandaloneCodeEditor,
  { analyst, prover }: { readonly analyst: Analyst; readonly prover: Prover },
  { explain, showCase }: { readonly explain: (code: string) => void; readonly showCase: (witness: string) => void },
): monaco.IDisposable {
  const zone = createZone(editor, "precept.teaching");
  const attention = editor.createDecorationsCollection();
  let shown: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    shown = null;
    zone.hide();
    attention.clear();
  };
  const show = ({ diagnostic, witness }: PlacedDiagnostic, text: string) => {
    const line = positionsIn(text).at(diagnostic.span.start).lineNumber;
    drawPanel(zone.element, diagnostic, {
      apply: (fix) => applyFix(editor, text, fix),
      explain: () => explain(diagnostic.code),
      showCase: witness === null ? null : () => showCase(witness),
    });
    zone.show(line);
    attention.set([
      {
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: { isWholeLine: true, className: "precept-attention" },
      },
    ]);
    shown = keyOf(diagnostic, line);
  };
  const found = () => {
    const { analysis, files } = analyst.state.get();
    const model = editor.getModel();
    const text = model === null ? undefined : files[pathOf(model)]?.text;
    if (model === null || analysis === null || text === undefined) return null;
    const own = analysis.diagnostics.filter(({ file }) => file === pathOf(model));
    const said = [
      ...own.map((diagnostic) => ({ diagnostic, witness: null })),
      ...placedIn(prover.state.get().proofs.boards[pathOf(model)], text),
    ];
    const here = diagnosticAtCaret(editor, said, text);
    return here === null ? null : { here, text, key: keyOf(here.diagnostic, lineIn(text, here.diagnostic.span)) };
  };
  const update = () => {
    // What is being completed is not wrong yet.
    if (document.querySelector(".suggest-widget.visible") !== null) return soon();
    const now = found();
    if (now === null) hide();
    else if (now.key !== shown) show(now.here, now.text);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(update, quiet);
  };
  const parts = [
    editor.onDidChangeCursorPosition(soon),
    editor.onDidChangeModel(() => {
      hide();
      soon();
    }),
    editor.onDidLayoutChange(() => {
      if (shown !== null) {
        shown = null;
        update();
      }
    }),
  ];
  const renew = () => {
    if (shown !== null && found() === null) hide();
    soon();
  };
  const forgets = [analyst.state.subscribe(renew), prover.state.subscribe(renew)];
  soon();
  return {
    dispose: () => {
      clearTimeout(timer);
      for (const forget of forgets) forget();
      for (const part of parts) part.dispose();
      zone.dispose();
    },
  };
}

/** What is drawn of a diagnostic: as long as this stays the same, so does the panel. */
function keyOf({ code, message, hint, fixes }: Diagnostic, line: number): string {
  return JSON.stringify([code, message, hint, line, fixes]);
}

const lineIn = (text: string, span: Span): number => positionsIn(text).at(span.start).lineNumber;

/** The worst of what is said of the caret's line; the one nearest the caret of several as bad. */
function diagnosticAtCaret(
  editor: monaco.editor.ICodeEditor,
  said: readonly PlacedDiagnostic[],
  text: string,
): PlacedDiagnostic | null {
  const caret = editor.getPosition();
  if (caret === null) return null;
  const positions = positionsIn(text);
  const onLine = said.filter(({ diagnostic }) => {
    const { startLineNumber, endLineNumber } = positions.range(diagnostic.span);
    return startLineNumber <= caret.lineNumber && caret.lineNumber <= endLineNumber;
  });
  const distance = ({ diagnostic }: PlacedDiagnostic) =>
    Math.abs(positions.at(diagnostic.span.start).column - caret.column);
  const badness = ({ diagnostic }: PlacedDiagnostic) => ({ error: 0, warning: 1, hint: 2 })[diagnostic.severity];
  const sorted = onLine.toSorted((a, b) => badness(a) - badness(b) || distance(a) - distance(b));
  return sorted[0] ?? null;
}
