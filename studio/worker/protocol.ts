import type { Diagnostic, FactType } from "../../dsl/index.ts";
import type { Determination } from "../../engine/determine/index.ts";
import type { Letter } from "../../engine/letter/index.ts";
import type { CaseEdit } from "../../engine/values/case/index.ts";
import type { Case, CaseFact } from "../../engine/values/index.ts";

/** One file as it is typed at the moment. */
export interface FileText {
  readonly path: string;
  readonly text: string;
}

/** What the studio wants to know, always of the newest texts. */
export interface AnalysisRequest {
  /** Files whose text differs from the last request; `null` text: the file is gone. */
  readonly changes: readonly { readonly path: string; readonly text: string | null }[];
  /** The files as saved, sent when they change: what `this edit` is measured against. */
  readonly saved: readonly FileText[] | null;
  /** Path of the case shown, if any. */
  readonly openCase: string | null;
}

/** Everything the panes show, as plain data. */
export interface Analysis {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly guidelines: readonly GuidelineView[];
  readonly cases: readonly CaseEntry[];
  readonly tests: readonly TestedCase[];
  /** Answers of cases that differ between the saved files and the typed ones. */
  readonly transitions: readonly CaseTransition[];
  readonly open: CaseView | null;
  /** How long the worker took, from the request to here. */
  readonly milliseconds: number;
}

export interface GuidelineView {
  readonly path: string;
  readonly title: string;
  /** `ACOEM Practice Guidelines ..., pages 177-179`, as written. */
  readonly source: string | null;
  readonly outline: readonly OutlineEntry[];
}

/** A declaration the outline jumps to. */
export interface OutlineEntry {
  readonly kind: "fact" | "criterion" | "service" | "recommendation" | "example";
  readonly name: string;
  /** UTF-16 offset of its name. */
  readonly start: number;
}

export interface CaseEntry {
  readonly path: string;
  readonly title: string;
}

/** One case or example run as a test. `path` is the case file or the guideline that holds the example. */
export interface TestedCase {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly kind: "case" | "example";
  readonly expected: string;
  readonly actual: string;
  readonly ok: boolean;
  /** What came out otherwise: of a service or criterion, one line each. */
  readonly differences: readonly { readonly of: string; readonly expected: string; readonly actual: string }[];
}

export interface CaseTransition {
  readonly case: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** The open case: what it says, what follows from it, and the letter. */
export interface CaseView {
  readonly path: string;
  readonly case: Case;
  readonly determinations: readonly Determination[];
  readonly facts: readonly FactView[];
  readonly letter: Letter;
  /** Guidelines with an error at the moment: the answers are of their last text that had one meaning. */
  readonly outdated: readonly string[];
}

/** One fact of the form: its declaration and what the case says of it. */
export interface FactView {
  readonly key: string;
  readonly name: string;
  readonly wording: string | null;
  /** `null`: the case states a fact that no guideline of the set declares. */
  readonly type: FactType | null;
  readonly needs: readonly string[];
  readonly stated: CaseFact | null;
  /** The service whose request answers it, for facts that are `asked for`. */
  readonly askedFor: string | null;
  readonly stillMatters: boolean;
}

/** A completion at the caret. Offsets are into the text the question was asked of. */
export interface CompletionView {
  readonly label: string;
  readonly detail: string;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "fact" | "criterion" | "service" | "value" | "keyword";
}

export interface HoverView {
  readonly start: number;
  readonly end: number;
  /** Markdown paragraphs. */
  readonly contents: readonly string[];
}

/** A stretch of text with its role, for highlighting. */
export interface TokenView {
  readonly start: number;
  readonly end: number;
  readonly kind: "keyword" | "declaration" | "name" | "wording" | "citation" | "value" | "comment" | "punctuation";
}

/** What the worker does. All offsets are UTF-16 into the text that came with the question. */
export interface StudioWorker {
  analyse: (request: AnalysisRequest) => Analysis;
  completions: (file: FileText, offset: number) => readonly CompletionView[];
  hover: (file: FileText, offset: number) => HoverView | null;
  definition: (file: FileText, offset: number) => { readonly start: number; readonly end: number } | null;
  tokens: (file: FileText) => readonly TokenView[];
  format: (file: FileText) => string;
  /** The case file's text with the change made, comments and layout kept. */
  changeCase: (file: FileText, change: CaseEdit) => string;
  writeLetter: (letter: Letter, format: "md" | "html") => string;
}

export type { CaseEdit, Letter };
