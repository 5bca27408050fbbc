import { type Diagnostic, editExample, type Analysis as GuidelineAnalysis } from "../../dsl/index.ts";
import { determine } from "../../engine/determine/index.ts";
import { letterHtml, letterMarkdown } from "../../engine/letter/index.ts";
import { type GuidelineSet, readSet } from "../../engine/set/index.ts";
import { editCase, writeCase } from "../../engine/values/case/index.ts";
import { caseView } from "./caseView.ts";
import { inForce, type InForce } from "./inForce.ts";
import { language } from "./language.ts";
import { createNews } from "./news.ts";
import { guidelineView } from "./outline.ts";
import type { Analysis, AnalysisRequest, CaseView, FileText, StudioWorker, TextChange } from "./protocol.ts";
import { testedCases } from "./tests.ts";
import { checkValue } from "./valueCheck.ts";
import { type Outcomes, outcomesOf, transitionsBetween } from "./transitions.ts";

/** Everything the worker remembers between two requests. Files that did not change are never read again. */
interface Memory {
  readonly files: Map<string, string>;
  set: GuidelineSet | undefined;
  guidelines: InForce | undefined;
  /** The case shown last, while its text could be read. */
  open: CaseView | undefined;
  saved: InForce | undefined;
  savedOutcomes: Outcomes;
}

export function openSession(): StudioWorker {
  const memory: Memory = {
    files: new Map(),
    set: undefined,
    guidelines: undefined,
    open: undefined,
    saved: undefined,
    savedOutcomes: new Map(),
  };
  const news = createNews();
  return {
    analyse: (request) => news(analyse(memory, request)),
    checkValue: (fact, value, dates) => checkValue(fact, value, dates, memory.guidelines),
    changeText: ({ text }, change) => changedText(text, change),
    writeCase,
    writeLetter: (letter, format) => (format === "md" ? letterMarkdown(letter) : letterHtml(letter)),
    ...language(
      (path) => analysisIn(memory.set, path),
      () => analysesIn(memory.set),
    ),
  };
}

const changedText = (text: string, change: TextChange): string =>
  change.kind === "accepted example" || change.kind === "source of example"
    ? editExample(text, change)
    : editCase(text, change);

function analyse(memory: Memory, { changes, saved, openCase, witness }: AnalysisRequest): Analysis {
  for (const { path, text } of changes) {
    if (text === null) memory.files.delete(path);
    else memory.files.set(path, text);
  }
  const { value: set, diagnostics } = readSet(filesOf(memory.files), memory.set);
  const guidelines = inForce(set, memory.guidelines);
  memory.set = set;
  memory.guidelines = guidelines;
  const outcomes = outcomesOf(guidelines, set);
  if (saved !== null) Object.assign(memory, savedState(memory, saved, { set, guidelines, outcomes }));
  const open = openedCase(guidelines, set, openCase);
  if (open !== null) memory.open = open.view;
  return {
    title: set.title,
    diagnostics: withoutRepeats([...diagnostics, ...(open?.diagnostics ?? [])]),
    guidelines: outlines(set),
    cases: set.cases.map(({ path, case: of }) => ({ path, title: of.title })),
    tests: testedCases(guidelines, set),
    outdated: guidelines.outdated,
    transitions: transitionsBetween(memory.savedOutcomes, outcomes),
    open: open?.view ?? lastView(memory, openCase),
    witness: witness === null ? null : caseView(witness.id, witness, determine(guidelines, witness).value, guidelines),
  };
}

function analysisIn(set: GuidelineSet | undefined, path: string): GuidelineAnalysis | undefined {
  const reading = set?.readings.get(path);
  return reading?.kind === "guideline" ? reading.analysis : undefined;
}

function analysesIn(set: GuidelineSet | undefined): ReadonlyMap<string, GuidelineAnalysis> {
  const readings = [...(set?.readings.values() ?? [])];
  return new Map(readings.flatMap((one) => (one.kind === "guideline" ? [[one.path, one.analysis] as const] : [])));
}

/** Reading the set and determining the open case may both speak of the same place. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ code, file, span, message }: Diagnostic) => JSON.stringify([code, file, span, message]);
  return [...new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
}

function filesOf(files: ReadonlyMap<string, string>): readonly FileText[] {
  return [...files].map(([path, text]) => ({ path, text }));
}

interface Typed {
  readonly set: GuidelineSet;
  readonly guidelines: InForce;
  readonly outcomes: Outcomes;
}

/** What the saved files come to; while nothing is typed, that is what the typed ones do. */
function savedState(memory: Memory, saved: readonly FileText[], typed: Typed): Pick<Memory, "saved" | "savedOutcomes"> {
  const { readings } = typed.set;
  const same = saved.length === readings.size && saved.every(({ path, text }) => readings.get(path)?.text === text);
  if (same) return { saved: typed.guidelines, savedOutcomes: typed.outcomes };
  const set = readSet(saved, typed.set).value;
  const guidelines = inForce(set, memory.saved);
  return { saved: guidelines, savedOutcomes: outcomesOf(guidelines, set) };
}

function outlines(set: GuidelineSet): Analysis["guidelines"] {
  return [...set.readings.values()].flatMap((reading) =>
    reading.kind === "guideline" ? [guidelineView(reading.path, reading.analysis)] : [],
  );
}

/** While the open case's text cannot be read, what it said before stays on screen, marked. */
function lastView({ open }: Memory, path: string | null): CaseView | null {
  if (open === undefined || path === null || open.path !== path) return null;
  return open.outdated.includes(path) ? open : { ...open, outdated: [...open.outdated, path] };
}

function openedCase(
  guidelines: InForce,
  set: GuidelineSet,
  path: string | null,
): { readonly view: CaseView; readonly diagnostics: readonly Diagnostic[] } | null {
  const opened = set.cases.find((one) => one.path === path);
  if (opened === undefined) return null;
  const { value, diagnostics } = determine(guidelines, opened.case);
  return { view: caseView(opened.path, opened.case, value, guidelines), diagnostics };
}
