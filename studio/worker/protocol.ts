import type {
  Completion,
  Diagnostic,
  FactType,
  Fold,
  Hover,
  OutlineEntry,
  ParaphraseForm,
  ReadBack,
  Relayout,
  RenamingAcross,
  Span,
  Token,
  ExampleEdit,
} from "../../dsl/index.ts";
import type { Determination } from "../../engine/determine/index.ts";
import type { Letter } from "../../engine/letter/index.ts";
import type { Acceptance } from "../../engine/testing/index.ts";
import type { CaseEdit } from "../../engine/values/case/index.ts";
import type { Case, CaseFact, CaseList, StatedValue } from "../../engine/values/index.ts";
import type { Answered } from "../../engine/values/reduce/index.ts";

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
  /** A case that is no file of the set, to be shown like one. */
  readonly witness: Case | null;
}

/** Everything the panes show, as plain data. */
export interface Analysis {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly guidelines: readonly GuidelineView[];
  readonly cases: readonly CaseEntry[];
  readonly tests: readonly TestedCase[];
  /** Guidelines with an error: tests and transitions are of their last text without one. */
  readonly outdated: readonly string[];
  /** Answers of cases that differ between the saved files and the typed ones. */
  readonly transitions: readonly CaseTransition[];
  readonly open: CaseView | null;
  readonly witness: CaseView | null;
}

export interface GuidelineView {
  readonly path: string;
  readonly title: string;
  /** `ACOEM Practice Guidelines ..., pages 177-179`, as written. */
  readonly source: string | null;
  readonly outline: readonly OutlineEntry[];
  /** The first thing that can be asked for, as a new case asks for it; `null` while no service is declared. */
  readonly firstService: RequestStart | null;
}

/** `code` as a case writes it: `CPT 72141`. */
export interface RequestStart {
  readonly service: string;
  readonly code: string | null;
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
  /** What would make it expect what came out, but for the reason; empty where no case can expect that. */
  readonly instead: readonly Acceptance[];
  readonly filledIn: readonly FilledIn[];
}

/** Expectations that nobody gave. */
export interface FilledIn {
  /** The service of the case, or the example. */
  readonly of: string;
  /** The sentence that stands in place of a source. */
  readonly because: string;
  /** What names the source, but for the source. */
  readonly change: Omit<Extract<TextChange, { kind: "source" | "source of example" }>, "source">;
}

/** A change of a case or of an example of a guideline, made in a form. */
export type TextChange = CaseEdit | ExampleEdit;

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
  /** `sha256:...` of what the case says, as determination records name it. */
  readonly digest: string;
  readonly determinations: readonly Determination[];
  readonly facts: readonly FactView[];
  readonly lists: readonly ListView[];
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
  readonly orNone: boolean;
  /** What only the reviewer can state, word for word: `reviewer attests "..."`; else `null`. */
  readonly attested: string | null;
  readonly needs: readonly string[];
  readonly stated: CaseFact | null;
  /** The request whose `asked for` answers it; `null`: a fact of the record. */
  readonly request: { readonly index: number; readonly service: string } | null;
  readonly stillMatters: boolean;
}

/** One repeated fact of the form. */
export interface ListView {
  readonly key: string;
  readonly name: string;
  readonly wording: string | null;
  readonly needs: readonly string[];
  /** `null` type: the case states a field that the guideline does not declare. */
  readonly fields: readonly { readonly name: string; readonly type: FactType | null; readonly orNone: boolean }[];
  /** The names of what is reduced from it, as *still matters* has them. */
  readonly reducedTo: readonly string[];
  readonly stated: CaseList | null;
  readonly stillMatters: boolean;
}

/** A place that names something, with the line it stands in. */
export interface Use {
  readonly file: string;
  readonly span: Span;
  readonly declares: boolean;
  /** From 1. */
  readonly line: number;
  readonly name: string;
  /** What stands in the line around the name. */
  readonly before: string;
  readonly after: string;
}

/** What a form says below a value. */
export interface ValueCheck {
  /** What it is read as, where the text does not say so itself: `Read as from 2014-04-01 to 2014-04-30.` */
  readonly says: string | null;
  readonly problem: {
    readonly message: string;
    readonly hint: string | null;
    /** `text`: the whole value, mended. */
    readonly fixes: readonly { readonly title: string; readonly text: string }[];
  } | null;
}

/** The parts of an analysis that differ from the one told before. */
export type AnalysisNews = Partial<Analysis>;

/** What the worker does. All offsets are UTF-16 into the text that came with the question. */
export interface StudioWorker {
  /** The first answer is whole; each later one holds only what changed since. */
  analyse: (request: AnalysisRequest) => AnalysisNews;
  completions: (file: FileText, offset: number) => readonly Completion[];
  hover: (file: FileText, offset: number) => Hover | null;
  /** Where in the set the name is declared. */
  definition: (file: FileText, offset: number) => { readonly file: string; readonly span: Span } | null;
  /** Every place in the set that names what the name there names. */
  uses: (file: FileText, offset: number) => readonly Use[];
  renameTarget: (file: FileText, offset: number) => { readonly span: Span; readonly name: string } | null;
  rename: (file: FileText, offset: number, newName: string) => RenamingAcross;
  tokens: (file: FileText) => readonly Token[];
  format: (file: FileText) => string;
  folding: (file: FileText) => readonly Fold[];
  /** The other layout of the criterion at the offset. */
  relayouts: (file: FileText, offset: number) => readonly Relayout[];
  /** The guideline said back; `null` of what is none. */
  readBack: (file: FileText, form: ParaphraseForm) => ReadBack | null;
  /** A value of a fact read as the case will be, for a form that says at once what is wrong with it. */
  checkValue: (fact: Answered, value: StatedValue, dates: Case["dates"]) => ValueCheck;
  /** The case file's text with the change made, comments and layout kept. */
  changeText: (file: FileText, change: TextChange) => string;
  /** The text of a case file that holds the case. */
  writeCase: (of: Case) => string;
  writeLetter: (letter: Letter, format: "md" | "html") => string;
}

export type { Answered, Completion, Letter, OutlineEntry, Token };
