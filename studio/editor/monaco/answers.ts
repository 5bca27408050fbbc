import type { Finding } from "../../../engine/determine/index.ts";
import { type Tone, toneOf } from "../../theme/index.ts";
import type { Analyst, CaseView } from "../../worker/index.ts";
import { pathOf } from "./models.ts";
import type { monaco } from "./monaco.ts";
import { type Positions, positionsIn } from "./positions.ts";

/** Beside each criterion's line: the open case's answer to it. */
export function showAnswers(editor: monaco.editor.IStandaloneCodeEditor, analyst: Analyst): monaco.IDisposable {
  const marks = editor.createDecorationsCollection();
  let drawn: unknown = null;
  let shownKey = "";
  const draw = () => {
    const { analysis, files } = analyst.state.get();
    const model = editor.getModel();
    const path = model === null ? "" : pathOf(model);
    const text = files[path]?.text;
    const open = analysis?.witness ?? analysis?.open ?? null;
    if (text === undefined || open === null) return marks.clear();
    const key = `${path} ${open.path} ${text.length}`;
    if (drawn === open.determinations && shownKey === key) return;
    drawn = open.determinations;
    shownKey = key;
    marks.set(decorations(open, path, positionsIn(text)));
  };
  draw();
  const forget = analyst.state.subscribe(draw);
  const model = editor.onDidChangeModel(draw);
  return {
    dispose: () => {
      forget();
      model.dispose();
      marks.clear();
    },
  };
}

interface Mark {
  readonly tone: Tone;
  readonly words: string;
  readonly depth: number;
}

function decorations(open: CaseView, path: string, positions: Positions): monaco.editor.IModelDeltaDecoration[] {
  const lines = new Map<number, Mark>();
  for (const { governing, findings } of open.determinations) {
    const home = governing?.file ?? null;
    if (home !== null) for (const finding of findings) markLines(finding, 0, { home, path, positions, lines });
  }
  return [...lines].map(([line, mark]) => ({
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      linesDecorationsClassName: `precept-answer precept-answer-${mark.tone}`,
      linesDecorationsTooltip: mark.words,
    },
  }));
}

interface Marking {
  /** The file of the guideline that governs: of every finding that names no other. */
  readonly home: string;
  /** The file on screen. */
  readonly path: string;
  readonly positions: Positions;
  readonly lines: Map<number, Mark>;
}

/** The outermost finding that starts on a line of the file speaks for it. */
function markLines(finding: Finding, depth: number, marking: Marking): void {
  if ((finding.span.file ?? marking.home) === marking.path) markLine(finding, depth, marking);
  for (const part of finding.parts) markLines(part, depth + 1, marking);
}

function markLine(finding: Finding, depth: number, { positions, lines }: Marking): void {
  const line = positions.at(finding.span.start).lineNumber;
  const before = lines.get(line);
  const tone = toneOf(finding.answer, finding.reason);
  const mark = { tone, words: `${finding.criterion}: ${finding.answer}`, depth };
  if (before === undefined || depth < before.depth) lines.set(line, mark);
}
