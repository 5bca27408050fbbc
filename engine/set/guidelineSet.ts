import type { Analysis, Diagnostic, Guideline, Head } from "../../dsl/index.ts";
import type { CompiledGuideline } from "../evaluate/index.ts";
import type { Case } from "../values/index.ts";

/** What is tested, reviewed, versioned and published together: guidelines, ready to answer, and the cases that test them. */
export interface GuidelineSet extends SetManifest {
  /** In the order of their paths. A guideline with an error is not among them: its diagnostics say why. */
  readonly guidelines: readonly SetGuideline[];
  /** The paths of guidelines that are not among them, because of an error. */
  readonly unread: readonly string[];
  /** In the order of their paths. A case that cannot be read is not among them. */
  readonly cases: readonly SetCase[];
  /** What each file was read as, for reading the set again after an edit. */
  readonly readings: ReadonlyMap<string, FileReading>;
  /** What there is to say of each case, by path, against the guidelines of the set together. */
  readonly caseChecks: ReadonlyMap<string, CaseCheck>;
}

export interface CaseCheck {
  readonly case: Case;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SetManifest {
  /** Safe as a package name. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string | null;
  /** How often it is to be looked at again, as `review every: 6 months` says; `null`: as is usual. */
  readonly reviewEveryMonths: number | null;
}

export interface SetGuideline {
  readonly path: string;
  readonly guideline: Guideline;
  readonly compiled: CompiledGuideline;
}

export interface SetCase {
  readonly path: string;
  readonly case: Case;
}

/** One file of a set with what was made of it. `path` is relative to the set, parts joined by `/`. */
export interface SetFile {
  readonly path: string;
  readonly text: string;
}

/** A file as read: as long as its text and what it takes from others stay the same, so does this. */
export type FileReading = SetFile & { readonly diagnostics: readonly Diagnostic[] } & (
    | { readonly kind: "manifest"; readonly manifest: SetManifest | null }
    | {
        readonly kind: "guideline";
        readonly head: Head;
        readonly analysis: Analysis;
        readonly compiled: CompiledGuideline | null;
        /** What it was compiled to last, maybe from an earlier text: the next compilation takes over what still asks the same. */
        readonly lastCompiled: CompiledGuideline | null;
      }
    | { readonly kind: "case"; readonly case: Case | null }
    | { readonly kind: "other" }
  );

export type GuidelineReading = Extract<FileReading, { kind: "guideline" }>;
