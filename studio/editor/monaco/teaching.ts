import type { Diagnostic } from "../../../dsl/index.ts";
import type { Analyst } from "../../worker/index.ts";
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
  analyst: Analyst,
  explain: (code: string) => void,
): monaco.IDisposable {
  const zone = createZone(editor, "precept.teaching");
  const attention = editor.createDecorationsCollection();
  let shown: Diagnostic | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    shown = null;
    zone.hide();
    attention.clear();
  };
  const show = (diagnostic: Diagnostic, text: string) => {
    const line = positionsIn(text).at(diagnostic.span.start).lineNumber;
    drawPanel(zone.element, diagnostic, {
      apply: (fix) => applyFix(editor, text, fix),
      explain: () => explain(diagnostic.code),
    });
    zone.show(line);
    attention.set([
      {
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: { isWholeLine: true, className: "precept-attention" },
      },
    ]);
    shown = diagnostic;
  };
  const found = () => {
    const { analysis, files } = analyst.state.get();
    const model = editor.getModel();
    const text = model === null ? undefined : files[pathOf(model)]?.text;
    if (model === null || analysis === null || text === undefined) return null;
    const diagnostic = diagnosticAtCaret(editor, pathOf(model), analysis.diagnostics, text);
    return diagnostic === null ? null : { diagnostic, text };
  };
  const update = () => {
    // What is being completed is not wrong yet.
    if (document.querySelector(".suggest-widget.visible") !== null) return soon();
    const here = found();
    if (here === null) hide();
    else if (here.diagnostic !== shown) show(here.diagnostic, here.text);
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
  const forget = analyst.state.subscribe(() => {
    if (shown !== null && found() === null) hide();
    soon();
  });
  soon();
  return {
    dispose: () => {
      clearTimeout(timer);
      forget();
      for (const part of parts) part.dispose();
      zone.dispose();
    },
  };
}

/** The worst diagnostic of the caret's line; the one nearest the caret of several as bad. */
function diagnosticAtCaret(
  editor: monaco.editor.ICodeEditor,
  path: string,
  diagnostics: readonly Diagnostic[],
  text: string,
): Diagnostic | null {
  const caret = editor.getPosition();
  if (caret === null) return null;
  const positions = positionsIn(text);
  const onLine = diagnostics.filter((each) => {
    const { startLineNumber, endLineNumber } = positions.range(each.span);
    return each.file === path && startLineNumber <= caret.lineNumber && caret.lineNumber <= endLineNumber;
  });
  const distance = (each: Diagnostic) => Math.abs(positions.at(each.span.start).column - caret.column);
  const badness = { error: 0, warning: 1, hint: 2 } as const;
  const sorted = onLine.toSorted((a, b) => badness[a.severity] - badness[b.severity] || distance(a) - distance(b));
  return sorted[0] ?? null;
}
