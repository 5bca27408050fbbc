import type { Span, Table } from "../../dsl/index.ts";
import type {
  Answer,
  NotDocumentedReason,
  Outcome,
  Review,
  ReviewerDecision,
  WeighedStatement,
} from "../values/index.ts";
import type { Consulted } from "./authority/index.ts";

/** The outcome for one requested service, with its findings. Plain data; what `determine --json` prints. */
export interface Determination {
  readonly service: string;
  /** The service of the guideline that governs, its title and source; `null` when no guideline addresses it. */
  readonly governing: Governing | null;
  /** How every source of the set stands towards the request, in the order they are consulted; `null` in a set without an order. */
  readonly authority: Consulted | null;
  readonly outcome: Outcome;
  /** With `information needed`: what the outcome may still become. */
  readonly possibleOutcomes: readonly Outcome[];
  readonly review: Review | null;
  readonly administrator: { readonly decision: string; readonly guideline: string | null } | null;
  readonly decision: (ReviewerDecision & { readonly accepted: boolean }) | null;
  /** Scope first, then exclusions, then the recommendations, then what they are limited to; each a tree. */
  readonly findings: readonly Finding[];
  /** What the scores, tables and calculated numbers of the governing guideline come to. */
  readonly worked: readonly WorkedOut[];
  /**
   * Of a decided outcome, documented facts that together settle it by the guideline that governs: whatever all others are, it
   * stays; with one of these open it would not. Where no guideline governs, what keeps each from it. None while it is open.
   */
  readonly decidedBy: readonly DecidingFact[];
  readonly stillMatters: readonly string[];
  readonly ways: readonly Way[];
  readonly rationale: Rationale;
}

export interface DecidingFact {
  readonly fact: string;
  /** What is known of it, in words: `yes`, `8 weeks, failed`, `from 57 to 58 mmHg`. */
  readonly text: string;
  readonly evidence: readonly WeighedStatement[];
}

export interface Governing {
  readonly guideline: string;
  readonly file: string;
  readonly service: string;
  readonly source: { readonly title: string; readonly locator: string | null } | null;
  readonly adoptedBy: readonly string[];
  /** Of a guideline that changes another: which, and what it changes, a sentence each. */
  readonly changes: { readonly base: string; readonly sentences: readonly string[] } | null;
}

/**
 * What a finding is for. A `waiver` is part of what it waives, beside the criterion; `condition` and `requirement` are the two
 * parts of `when C requires R`; a `red flag` suffices by itself, and an `only if` is asked besides what suffices.
 */
export type Role =
  | "scope"
  | "exclusion"
  | "criteria"
  | "red flag"
  | "only if"
  | "limit"
  | "part"
  | "waiver"
  | "condition"
  | "requirement";

/** What a score, table or schedule comes to, of a finding that tests it; its parts are the rows, in the order written. */
export interface TableFound {
  readonly name: string;
  readonly form: Table["form"];
  readonly policy: Table["policy"];
  /** `from 3 to 6 points`, `24 months`; `null` while too much is open to say. */
  readonly value: string | null;
  readonly isOpen: boolean;
  /** What each row gives, in words. */
  readonly gives: readonly string[];
  /** What it gives where no row applies; `null` for none. */
  readonly otherwise: string | null;
  /** The row that gives the value, `otherwise`, or `null`: several do, or it is open. */
  readonly decidedBy: number | "otherwise" | null;
}

/** One criterion's answer on one case. */
export interface Finding {
  /** Stable within a determination: the path of the node, `criteria/0/1`. */
  readonly id: string;
  readonly role: Role;
  /** The author's words: a name, a phrase, `any of`. */
  readonly criterion: string;
  readonly wording: string | null;
  readonly citation: string | null;
  readonly label: string | null;
  readonly answer: Answer;
  readonly reason: NotDocumentedReason | null;
  /** The reason as a sentence a reviewer reads: `Never addressed. The case does not speak of it.` */
  readonly reasonText: string | null;
  readonly evidence: readonly WeighedStatement[];
  /** What there was but fell short. */
  readonly weakerEvidence: readonly WeighedStatement[];
  /** How its parts are joined: `any of`, `all of`, `at least 2 of`, `none of`, `not`; `null` without parts or for one part. */
  readonly joined: string | null;
  /** For a test of a score, table or schedule. */
  readonly table: TableFound | null;
  /** The fact tested, for a test of one fact. */
  readonly fact: string | null;
  readonly span: Span;
  readonly parts: readonly Finding[];
}

/** A value that no record states: it follows from what is stated. */
export interface WorkedOut {
  readonly name: string;
  readonly form: Table["form"] | "number";
  /** `24.3 kg/m2`, `from 3 to 6 points`, `24 months`, `not documented`. */
  readonly value: string;
  /** Several values are possible yet. */
  readonly isOpen: boolean;
  /** The arithmetic of a number, else which rows count: `points added up`. */
  readonly how: string;
  /** The facts that a number is calculated from. */
  readonly facts: readonly string[];
  readonly span: Span;
}

/** A minimal set of things to document that would settle the outcome. All of its steps together. */
export interface Way {
  readonly towards: Outcome;
  readonly steps: readonly WayStep[];
}

export interface WayStep {
  readonly fact: string;
  /** In words: `yes, on objective evidence`, `at least 6 weeks`, `2 more of these 5`. */
  readonly needed: string;
  /** As a phrase that stands alone: `objective evidence of tissue insult`, `a strengthening program of at least 6 weeks that failed`. */
  readonly text: string;
  readonly towards: Outcome;
}

/** A letter's paragraphs for one service; every sentence names what it was made from. */
export interface Rationale {
  readonly decision: readonly Sentence[];
  readonly guidelineStates: readonly Sentence[];
  readonly recordShows: readonly Sentence[];
  readonly lacking: readonly Sentence[];
  readonly conclusion: readonly Sentence[];
}

/** `from`: ids of findings, `case:...` paths or `guideline:...` that the sentence was built from. */
export interface Sentence {
  readonly text: string;
  readonly from: readonly string[];
}

/** What determining a case gives: one determination a requested service, in the order of the case. */
export interface CaseDeterminations {
  readonly case: string;
  readonly set: string;
  readonly determinations: readonly Determination[];
}
