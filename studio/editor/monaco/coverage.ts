import { type Coverage, moving, type Obligation, type Prover } from "../../worker/proof/index.ts";
import { guidelineLanguage } from "./language.ts";
import { pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** Beside each line of a criterion what the cases show of it, and above each named criterion how they answer it. */
export function showCoverage(editor: monaco.editor.IStandaloneCodeEditor, prover: Prover): monaco.IDisposable {
  const parts = [showMarks(editor, prover), showCounts(editor, prover)];
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

function showMarks(editor: monaco.editor.IStandaloneCodeEditor, prover: Prover): monaco.IDisposable {
  const marks = editor.createDecorationsCollection();
  let drawn: unknown = null;
  const draw = () => {
    const model = editor.getModel();
    const coverage = model === null ? undefined : prover.state.get().proofs.coverage[pathOf(model)];
    // Between two tellings Monaco moves the marks along with the text.
    if (model === null || coverage === undefined) return marks.clear();
    if (drawn === coverage) return;
    drawn = coverage;
    marks.set(decorations(coverage, textOf(model)));
  };
  draw();
  const forget = prover.state.subscribe(draw);
  const model = editor.onDidChangeModel(() => {
    drawn = null;
    draw();
  });
  return {
    dispose: () => {
      forget();
      model.dispose();
      marks.clear();
    },
  };
}

function decorations(coverage: Coverage, text: string): monaco.editor.IModelDeltaDecoration[] {
  const positions = positionsIn(text);
  const moved = moving(coverage.text, text);
  const lines = Map.groupBy(
    coverage.obligations.flatMap((obligation) => {
      const span = moved(obligation.span);
      return span === null || span.file !== undefined
        ? []
        : [{ obligation, line: positions.at(span.start).lineNumber }];
    }),
    ({ line }) => line,
  );
  return [...lines].map(([line, all]) =>
    mark(
      line,
      all.map(({ obligation }) => obligation),
    ),
  );
}

function mark(line: number, obligations: readonly Obligation[]): monaco.editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      linesDecorationsClassName: `precept-coverage precept-coverage-${stateOf(obligations)}`,
      linesDecorationsTooltip: obligations.map(inWords).join("\n"),
    },
  };
}

/** One thing that no case shows leaves the line open. */
function stateOf(obligations: readonly Obligation[]): "covered" | "open" | "impossible" {
  if (obligations.some(({ state }) => state === "open" || state === "undecided")) return "open";
  return obligations.every(({ state }) => state === "impossible") ? "impossible" : "covered";
}

const most = 3;

/** `Covered: met, by “A program that failed” and 4 others` */
function inWords({ what, state, because, cases }: Obligation): string {
  if (state === "open") return `Open: no case shows it ${what}`;
  if (state === "undecided") return `Not known: ${what}, because ${because}`;
  if (state === "impossible") return `Proved impossible: ${what}`;
  const named = cases.slice(0, most).map(({ title }) => `“${title}”`);
  const more = cases.length > most ? ` and ${cases.length - most} others` : "";
  return `Covered: ${what}, by ${named.join(", ")}${more}`;
}

function showCounts(editor: monaco.editor.IStandaloneCodeEditor, prover: Prover): monaco.IDisposable {
  const changed = new monaco.Emitter<monaco.languages.CodeLensProvider>();
  const provider: monaco.languages.CodeLensProvider = {
    onDidChange: changed.event,
    provideCodeLenses: (model) => {
      const coverage = prover.state.get().proofs.coverage[pathOf(model)];
      return { lenses: coverage === undefined ? [] : lenses(coverage, textOf(model)), dispose: () => {} };
    },
  };
  editor.updateOptions({ codeLens: true });
  const registered = monaco.languages.registerCodeLensProvider(guidelineLanguage, provider);
  let told: unknown = null;
  const forget = prover.state.subscribe(() => {
    const { coverage } = prover.state.get().proofs;
    if (told !== coverage) changed.fire(provider);
    told = coverage;
  });
  return {
    dispose: () => {
      forget();
      registered.dispose();
      changed.dispose();
    },
  };
}

function usedFor(services: readonly string[]): string {
  const [only, ...others] = services;
  if (only === undefined) return "used for no service";
  return others.length === 0 ? `used for ${only}` : `used for ${services.length} services`;
}

function lenses(coverage: Coverage, text: string): monaco.languages.CodeLens[] {
  const positions = positionsIn(text);
  const moved = moving(coverage.text, text);
  return coverage.criteria.flatMap((criterion) => {
    const span = moved(criterion.span);
    if (span === null || span.file !== undefined) return [];
    const { met, notMet, notDocumented } = criterion;
    const used = usedFor(criterion.services);
    const counts = `met in ${met}, not met in ${notMet}, not documented in ${notDocumented} cases and examples`;
    return [{ range: positions.range(span), command: { id: "", title: `${used} · ${counts}` } }];
  });
}
