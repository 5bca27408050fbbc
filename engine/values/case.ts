import type { Anchor, EvidenceKind, Span } from "../../dsl/index.ts";

/**
 * One person's request: what is asked for, what the record documents, with evidence. The plain data behind a case file.
 * Dates are ISO `YYYY-MM-DD`; partial dates `YYYY-MM` or `YYYY`. Fact values are as written, read against the guideline's
 * declaration when the case is reduced to information sets. Every `place` is where the thing stands in the case file, for
 * diagnostics; a case that was not read from text has none.
 */
export interface Case {
  /** The path of its file within the set, or another name that tells cases apart; diagnostics name it as their file. */
  readonly id: string;
  readonly title: string;
  /** What the reviewer says of the whole record: the clinical case summary, in paragraphs. */
  readonly summary: readonly string[];
  /** Who decides and how: the `how it was made` section of a letter, in paragraphs. */
  readonly review: { readonly reviewer: string | null; readonly statement: readonly string[] };
  readonly dates: Readonly<Record<Anchor, string>>;
  readonly documents: readonly CaseDocument[];
  readonly facts: readonly CaseFact[];
  /** Facts that repeat, with fields of their own: oxygen tests, imaging studies. */
  readonly lists: readonly CaseList[];
  readonly requests: readonly RequestedService[];
}

export interface CaseDocument {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly author: string | null;
}

export interface CaseFact {
  /** As written in the case; matched to declarations by key. */
  readonly fact: string;
  /** Each thing the record says. Empty: nobody asked, unless `asked` says the record was searched. */
  readonly statements: readonly Statement[];
  /** `asked and unknown`: someone looked and the record does not say. */
  readonly asked: boolean;
  /** What the reviewer says of the search, quoted. */
  readonly remark: string | null;
  readonly place?: Span;
}

/** A repeated fact. `complete` says that the record holds no further entry: without it a count is only a lower bound. */
export interface CaseList {
  readonly list: string;
  readonly complete: boolean;
  readonly entries: readonly CaseEntry[];
  readonly place?: Span;
}

export interface CaseEntry {
  readonly fields: readonly { readonly field: string; readonly value: StatedValue; readonly place?: Span }[];
  readonly evidence: Evidence | null;
}

/** One thing the record says of a fact. */
export interface Statement {
  readonly value: StatedValue;
  readonly evidence: Evidence | null;
  readonly place?: Span;
}

/** As written: `yes`, `57 mmHg`, `4+/5`, `2014-04`, an interval, a date of birth where an age is asked, or a trial. */
export type StatedValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "interval"; readonly from: string | null; readonly to: string | null }
  | { readonly kind: "born"; readonly date: string }
  | {
      readonly kind: "trial";
      readonly response: string | null;
      readonly duration: string | null;
      readonly from: string | null;
      readonly to: string | null;
    };

export interface Evidence {
  readonly kind: EvidenceKind | null;
  /** Id of a document of the case. */
  readonly document: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly page: string | null;
  readonly quote: string | null;
}

export interface RequestedService {
  readonly service: string;
  readonly code: string | null;
  /** Answers to what the service is `asked for` with. */
  readonly askedFor: readonly CaseFact[];
  readonly administrator: {
    readonly decision: "approved" | "denied" | "modified";
    readonly guideline: string | null;
  } | null;
  /** The reviewer's own decision, recorded beside the proposal. */
  readonly decision: ReviewerDecision | null;
  readonly expect: Expectation | null;
  /** What is brought forward against the presumption of a source that the set ranks. */
  readonly rebuttals?: readonly Rebuttal[];
  readonly place?: Span;
}

/** Evidence against what a guideline presumes, and the levels that say whether it outranks what that rests on. */
export interface Rebuttal {
  /** The source or guideline, as written: `MTUS`. */
  readonly of: string;
  /** The type of question the evidence answers: `treatment`. */
  readonly question: string;
  /** The level of the evidence brought forward; `null` while that is not documented. */
  readonly level: string | null;
  /** The level of the evidence that the guideline rests on; `null` while that is not documented. */
  readonly against: string | null;
  readonly evidence: Evidence | null;
  readonly place?: Span;
}

export type Review = "upheld" | "overturned" | "overturned in part";

export interface ReviewerDecision {
  readonly review: Review;
  /** Present when the reviewer overrides the proposal. */
  readonly reason: string | null;
}

export interface Expectation {
  readonly outcome: Outcome | null;
  readonly review: Review | null;
  /** Criterion or fact, as written, to answer. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Score, table or calculated number, as written, to what it comes to: `4.5`, `from 3 to 6`, `no value`, `not documented`. */
  readonly values?: Readonly<Record<string, string>>;
  /** The title of the guideline that governs. */
  readonly governing?: string;
  /** Where the expectation comes from: a person or a published text. */
  readonly source: string;
  /** Nobody gave the expectation: what the engine said was taken down. It does not count towards mutation adequacy. */
  readonly filledInBy?: "engine";
  readonly place?: Span;
}

export type Answer = "met" | "not met" | "not documented";

export type Outcome =
  | "criteria met"
  | "criteria not met"
  | "information needed"
  | "modified"
  | "excluded"
  | "not addressed";
